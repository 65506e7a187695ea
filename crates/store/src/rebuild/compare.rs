//! Two tables side by side, ordered alike, read in pages.

use crate::{Error, Read, Sql, Value, dialect, sql};
use std::{cmp::Ordering, collections::VecDeque};

const PAGE: i64 = 2000;
/// Enough to see what is wrong; a table that differs everywhere says so early.
const DIFFERENCES_MAX: usize = 1000;

/// A row that is not what the facts say. Values that may be personal are told by
/// their length only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    pub table: String,
    pub key: String,
    /// The columns that differ; None when the row is missing here.
    pub live: Option<String>,
    pub rebuilt: Option<String>,
}

pub(super) fn table(
    live: &mut impl Read,
    scratch: &mut impl Read,
    table: &str,
    order: &str,
    found: &mut Vec<Difference>,
) -> Result<(), Error> {
    let columns = columns(scratch, table)?;
    let keys: Vec<usize> = order
        .split(',')
        .filter_map(|key| columns.iter().position(|column| column == key.trim()))
        .collect();
    if keys.is_empty() {
        return Err(Error::Wrong(format!(
            "projection {table} is ordered by nothing it has"
        )));
    }
    let side = || Side {
        select: format!("SELECT {} FROM {table}", columns.join(", ")),
        order,
        width: columns.len(),
        keys: &keys,
        page: VecDeque::new(),
        behind: Behind::Nothing,
    };
    let sides = (&mut side(), &mut side());
    while found.len() < DIFFERENCES_MAX {
        let order = match (sides.0.peek(live)?, sides.1.peek(scratch)?) {
            (None, None) => break,
            (Some(a), Some(b)) => by_keys(a, b, &keys),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
        };
        let left = if order.is_le() { sides.0.take() } else { None };
        let right = if order.is_ge() { sides.1.take() } else { None };
        found.extend(difference(table, &columns, &keys, left, right));
    }
    Ok(())
}

fn columns(scratch: &mut impl Read, table: &str) -> Result<Vec<String>, Error> {
    let query = sql(dialect::columns(&scratch.conn().0)).arg(table);
    scratch.rows(&query, |row| row.text(0))
}

/// One of the two tables, a page at a time, each page found by the keys before it: to
/// skip what was read already would cost more with every page.
struct Side<'a> {
    select: String,
    order: &'a str,
    width: usize,
    keys: &'a [usize],
    page: VecDeque<Vec<Value>>,
    behind: Behind,
}

enum Behind {
    Nothing,
    Row(Vec<Value>),
    TheLast,
}

impl Side<'_> {
    fn peek(&mut self, from: &mut impl Read) -> Result<Option<&Vec<Value>>, Error> {
        if self.page.is_empty()
            && let Some(query) = self.next_page()
        {
            let width = self.width;
            let rows = from.rows(&query, |row| {
                (0..width)
                    .map(|place| row.value(place))
                    .collect::<Result<Vec<_>, _>>()
            })?;
            self.came(rows)?;
        }
        Ok(self.page.front())
    }

    fn next_page(&self) -> Option<Sql> {
        let (select, order) = (&self.select, self.order);
        let (text, values) = match &self.behind {
            Behind::TheLast => return None,
            Behind::Nothing => (select.clone(), vec![]),
            Behind::Row(keys) => {
                let places: Vec<String> = (1..=keys.len()).map(|key| format!("${key}")).collect();
                let places = places.join(", ");
                (
                    format!("{select} WHERE ({order}) > ({places})"),
                    keys.clone(),
                )
            }
        };
        let limit = values.len() + 1;
        let query = Sql::from_schema(format!("{text} ORDER BY {order} LIMIT ${limit}"));
        Some(values.into_iter().fold(query, Sql::arg).arg(PAGE))
    }

    /// Every row has keys of its own, or the next page would leave some out.
    fn came(&mut self, rows: Vec<Vec<Value>>) -> Result<(), Error> {
        let unkeyed = rows
            .iter()
            .flat_map(|row| keys_of(row, self.keys))
            .any(Value::is_null);
        let twice = rows.windows(2).any(|pair| match pair {
            [a, b] => by_keys(a, b, self.keys).is_eq(),
            _ => false,
        });
        if unkeyed || twice {
            let order = self.order;
            return Err(Error::Wrong(format!(
                "{order} does not tell all rows apart ({})",
                self.select
            )));
        }
        self.behind = match rows.last() {
            Some(last) if rows.len() as i64 == PAGE => {
                Behind::Row(keys_of(last, self.keys).cloned().collect())
            }
            _ => Behind::TheLast,
        };
        self.page = rows.into();
        Ok(())
    }

    fn take(&mut self) -> Option<Vec<Value>> {
        self.page.pop_front()
    }
}

fn keys_of<'a>(row: &'a [Value], keys: &'a [usize]) -> impl Iterator<Item = &'a Value> {
    keys.iter().filter_map(|key| row.get(*key))
}

fn by_keys(a: &[Value], b: &[Value], keys: &[usize]) -> Ordering {
    let pairs = keys
        .iter()
        .filter_map(|key| Some((a.get(*key)?, b.get(*key)?)));
    pairs
        .map(|(a, b)| compare(a, b))
        .find(|order| order.is_ne())
        .unwrap_or(Ordering::Equal)
}

fn compare(a: &Value, b: &Value) -> Ordering {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => a.cmp(b),
        (Value::Text(a), Value::Text(b)) => a.cmp(b),
        (Value::Bytes(a), Value::Bytes(b)) => a.cmp(b),
        _ => rank(a).cmp(&rank(b)),
    }
}

fn rank(value: &Value) -> u8 {
    match value {
        Value::NullInt | Value::NullText | Value::NullBytes => 0,
        Value::Int(_) => 1,
        Value::Text(_) => 2,
        Value::Bytes(_) => 3,
    }
}

fn difference(
    table: &str,
    columns: &[String],
    keys: &[usize],
    live: Option<Vec<Value>>,
    rebuilt: Option<Vec<Value>>,
) -> Option<Difference> {
    if live == rebuilt {
        return None;
    }
    let row = live.as_ref().or(rebuilt.as_ref())?;
    let key: Vec<String> = keys
        .iter()
        .filter_map(|key| row.get(*key))
        .map(shown)
        .collect();
    let differ = |place: usize| {
        live.as_ref().and_then(|row| row.get(place))
            != rebuilt.as_ref().and_then(|row| row.get(place))
    };
    let told = |row: &Vec<Value>| {
        let named = columns
            .iter()
            .zip(row)
            .enumerate()
            .filter(|(place, _)| differ(*place));
        let texts: Vec<String> = named
            .map(|(_, (column, value))| format!("{column}={}", shown(value)))
            .collect();
        texts.join(" ")
    };
    Some(Difference {
        table: table.to_owned(),
        key: key.join(" "),
        live: live.as_ref().map(told),
        rebuilt: rebuilt.as_ref().map(told),
    })
}

fn shown(value: &Value) -> String {
    let code = |text: &str| {
        text.len() <= 40
            && text
                .bytes()
                .all(|c| c.is_ascii_alphanumeric() || b"-_.:".contains(&c))
    };
    match value {
        Value::Int(number) => number.to_string(),
        Value::Text(text) if code(text) => text.clone(),
        Value::Text(text) => format!("(text of {})", text.chars().count()),
        Value::Bytes(bytes) => format!("(bytes of {})", bytes.len()),
        Value::NullInt | Value::NullText | Value::NullBytes => "-".into(),
    }
}
