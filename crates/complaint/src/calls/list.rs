//! A list in pages. The lists of an office are short enough to be read whole; a cursor
//! names the last item of a page and its place, so that it holds also when that item
//! has gone.

use redress_kernel::fields::Problem;
use redress_kernel::words::Message;
use redress_web::{Trouble, Visit};
use serde_json::{Value, json};

const DEFAULT: usize = 50;
const MOST: usize = 200;

/// What every list can be asked, for the description.
pub const PARAMETERS: [&str; 2] = ["limit", "cursor"];

#[derive(Debug, Clone, PartialEq)]
pub struct Paging {
    limit: usize,
    /// Place and name of the last item that was read.
    after: Option<(usize, String)>,
}

impl Paging {
    pub fn asked(visit: &Visit) -> Result<Paging, Trouble> {
        let given = |name: &str| visit.query(name).filter(|text| !text.is_empty());
        let limit = match given("limit") {
            None => Some(DEFAULT),
            Some(text) => text.parse().ok().filter(|n| (1..=MOST).contains(n)),
        };
        let after = match given("cursor") {
            None => Some(None),
            Some(text) => read(text).map(Some),
        };
        Ok(Paging {
            limit: limit.ok_or_else(|| wrong("limit"))?,
            after: after.ok_or_else(|| wrong("cursor"))?,
        })
    }

    /// `{items, next}`
    pub fn page(&self, all: &[Value]) -> Value {
        let start = match &self.after {
            None => 0,
            Some((place, its)) => {
                let found = all.iter().position(|item| name(item) == its);
                found.map_or(*place, |at| at + 1)
            }
        };
        let items: Vec<&Value> = all.iter().skip(start).take(self.limit).collect();
        let end = start + items.len();
        let last = items.last().filter(|_| end < all.len());
        let next = last.map(|item| format!("{}.{}", end - 1, name(item)));
        json!({ "items": items, "next": next })
    }
}

fn read(cursor: &str) -> Option<(usize, String)> {
    let (place, name) = cursor.split_once('.')?;
    Some((place.parse().ok()?, name.to_owned()))
}

/// By what an item is called: its identifier or its code.
fn name(item: &Value) -> &str {
    let known = item.get("id").or_else(|| item.get("code"));
    known.and_then(Value::as_str).unwrap_or_default()
}

fn wrong(parameter: &str) -> Trouble {
    Trouble::Fields(vec![Problem {
        field: parameter.to_owned(),
        message: Message::new("problem-parameter"),
    }])
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn items(names: &[&str]) -> Vec<Value> {
        names.iter().map(|name| json!({ "id": name })).collect()
    }

    fn after(cursor: Option<&str>) -> Paging {
        Paging {
            limit: 2,
            after: cursor.and_then(read),
        }
    }

    fn walked(all: &[Value], cursor: Option<&str>) -> (String, Option<String>) {
        let page = after(cursor).page(all);
        let names: Vec<&str> = page["items"].as_array().unwrap().iter().map(name).collect();
        (names.concat(), page["next"].as_str().map(str::to_owned))
    }

    #[test]
    fn pages_follow_each_other_to_the_end() {
        let all = items(&["a", "b", "c", "d", "e"]);
        let (first, next) = walked(&all, None);
        assert_eq!(first, "ab");
        let (second, next) = walked(&all, next.as_deref());
        assert_eq!(second, "cd");
        assert_eq!(walked(&all, next.as_deref()), ("e".to_owned(), None));
        assert_eq!(walked(&[], None), (String::new(), None));
    }

    #[test]
    fn a_page_goes_on_where_the_last_item_was_also_when_it_has_gone() {
        let all = items(&["a", "b", "c"]);
        let (_, next) = walked(&all, None);
        let without = items(&["a", "c"]);
        assert_eq!(walked(&without, next.as_deref()).0, "c");
        let longer = items(&["0", "a", "b", "c"]);
        assert_eq!(walked(&longer, next.as_deref()).0, "c");
    }
}
