//! The periods as they are typed, read onto what held before. Categories with a
//! period of their own are lines of a category and its months; an empty line says
//! nothing. Pure; what is wrong stands beside its field.

use redress_kernel::{
    Organisation,
    fields::{Field, Fields, Kind, latin_digits},
    retention::{CATEGORIES_MAX, MONTHS_MAX, Retention},
    terms::{List, Terms},
    words::Message,
};
use std::collections::BTreeMap;

const MONTHS: Kind = Kind::Number(1, MONTHS_MAX as i64);
const COMPLAINT: Field = Field::new("retention-complaint", MONTHS)
    .required()
    .hinted();
const OTHER: Field = Field::new("retention-other", MONTHS).required().hinted();
pub const FORM: &[Field] = &[COMPLAINT, OTHER];

/// The lines together, for what is wrong with one of them.
pub const LINES: &str = "retention-lines";
pub const CATEGORY: &str = "retention-category";
pub const LINE_MONTHS: &str = "retention-months";

pub fn accept(fields: &mut Fields, before: &Organisation) -> Option<Organisation> {
    let lines = lines(fields);
    fields.take(CATEGORY);
    fields.take(LINE_MONTHS);
    fields.check(FORM);
    let category_months = read(&lines, &before.terms);
    lines.iter().for_each(|line| put(fields, line));
    if let Err(problem) = &category_months {
        fields.problem(LINES, problem.clone());
    }
    let retention = Retention {
        complaint_months: months(fields.typed(COMPLAINT.name))?,
        other_months: months(fields.typed(OTHER.name))?,
        category_months: category_months.ok()?,
    };
    let it = Organisation {
        retention,
        ..before.clone()
    };
    fields.problems().is_empty().then_some(it)
}

/// Category and months of each line, as they were typed.
pub fn lines(fields: &Fields) -> Vec<(String, String)> {
    let (categories, months) = (fields.all(CATEGORY), fields.all(LINE_MONTHS));
    let at = |all: &[String], n: usize| all.get(n).cloned().unwrap_or_default();
    (0..categories.len().max(months.len()))
        .map(|n| (at(categories, n), at(months, n)))
        .collect()
}

fn put(fields: &mut Fields, (category, months): &(String, String)) {
    fields.put(CATEGORY, category.as_str());
    fields.put(LINE_MONTHS, months.as_str());
}

fn read(lines: &[(String, String)], terms: &Terms) -> Result<BTreeMap<String, u32>, Message> {
    let mut categories = BTreeMap::new();
    for (n, (code, typed)) in (1i64..).zip(lines) {
        let (code, typed) = (code.trim(), typed.trim());
        if code.is_empty() && typed.is_empty() {
            continue;
        }
        let known = terms.knows(List::Categories, code);
        let Some(months) = months(typed).filter(|_| known) else {
            return Err(Message::new("problem-retention-line")
                .with("n", n)
                .with("max", MONTHS_MAX));
        };
        if categories.insert(code.to_owned(), months).is_some() {
            return Err(Message::new("problem-retention-twice").with("n", n));
        }
    }
    match categories.len() > CATEGORIES_MAX {
        true => Err(Message::new("problem-retention-many").with("max", CATEGORIES_MAX)),
        false => Ok(categories),
    }
}

fn months(typed: &str) -> Option<u32> {
    let months = latin_digits(typed.trim()).parse().ok();
    months.filter(|months| (1..=MONTHS_MAX).contains(months))
}

/// What holds now, as the form shows it: single categories in the order of the list.
pub fn typed(it: &Organisation) -> Fields {
    let periods = &it.retention;
    let mut fields = Fields::default();
    fields.put(COMPLAINT.name, periods.complaint_months.to_string());
    fields.put(OTHER.name, periods.other_months.to_string());
    for code in it.terms.known(List::Categories) {
        if let Some(months) = periods.category_months.get(&code) {
            put(&mut fields, &(code, months.to_string()));
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn given(lines: &[(&str, &str)]) -> (Fields, Option<Organisation>) {
        let mut fields = Fields::default();
        fields.put("retention-complaint", "۷۲");
        fields.put("retention-other", "6");
        for (code, months) in lines {
            put(&mut fields, &((*code).to_owned(), (*months).to_owned()));
        }
        let it = accept(&mut fields, &Organisation::default());
        (fields, it)
    }

    fn problem(lines: &[(&str, &str)]) -> Message {
        let (fields, it) = given(lines);
        assert_eq!(it, None, "{lines:?}");
        assert_eq!(
            fields.all(CATEGORY).len(),
            lines.len(),
            "nothing typed is lost"
        );
        fields.problem_at(LINES).unwrap().message.clone()
    }

    #[test]
    fn months_in_any_digits_and_categories_are_read_and_shown_again() {
        let (_, it) = given(&[("", ""), ("06", "۱۲۰"), ("", " "), ("01", "24")]);
        let it = it.unwrap();
        assert_eq!(it.retention.complaint_months, 72);
        assert_eq!(it.retention.other_months, 6);
        let own: Vec<_> = it.retention.category_months.iter().collect();
        assert_eq!(own, [(&"01".to_owned(), &24), (&"06".to_owned(), &120)]);
        let mut again = typed(&it);
        assert_eq!(lines(&again).len(), 2);
        assert_eq!(accept(&mut again, &it), Some(it));
    }

    #[test]
    fn what_is_wrong_with_a_line_is_said_with_its_number() {
        let line = Message::new("problem-retention-line")
            .with("n", 2i64)
            .with("max", MONTHS_MAX);
        for wrong in [
            ("06", ""),
            ("", "12"),
            ("06", "0"),
            ("06", "601"),
            ("99", "12"),
        ] {
            assert_eq!(problem(&[("", ""), wrong]), line, "{wrong:?}");
        }
        let twice = Message::new("problem-retention-twice").with("n", 2i64);
        assert_eq!(problem(&[("06", "12"), ("06", "24")]), twice);
    }

    #[test]
    fn a_period_is_at_least_a_month_and_at_most_fifty_years() {
        for months in ["", "0", "601", "five"] {
            let mut fields = typed(&Organisation::default());
            fields.take("retention-other");
            fields.put("retention-other", months);
            assert_eq!(accept(&mut fields, &Organisation::default()), None);
            assert!(fields.problem_at("retention-other").is_some(), "{months}");
        }
    }

    #[test]
    fn more_lines_than_anybody_reads_are_refused() {
        let terms = (0..=CATEGORIES_MAX)
            .map(|n| redress_kernel::terms::Term::of(&format!("own-{n}")))
            .collect();
        let before = Organisation {
            terms: std::sync::Arc::new(Terms::default().with(List::Categories, terms)),
            ..Organisation::default()
        };
        let mut fields = typed(&before);
        for n in 0..=CATEGORIES_MAX {
            put(&mut fields, &(format!("own-{n}"), "12".to_owned()));
        }
        assert_eq!(accept(&mut fields, &before), None);
        let problem = &fields.problem_at(LINES).unwrap().message;
        assert_eq!(problem.key, "problem-retention-many");
    }
}
