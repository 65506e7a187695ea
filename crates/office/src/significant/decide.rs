//! What is typed, read onto what held before: a line a currency, the rest fields.
//! Pure; what is wrong stands beside its field.

use redress_kernel::{
    Organisation,
    fields::{Field, Fields, Kind},
    money::Money,
    significance::{AMOUNTS_MAX, HOURS_MAX, PEOPLE_MAX, Significance},
    terms::List,
    words::Message,
};
use std::collections::BTreeMap;

const HOURS: Kind = Kind::Number(1, HOURS_MAX as i64);
pub const AMOUNTS: Field = Field::new("significant-amounts", Kind::Text(1000)).hinted();
pub const PEOPLE: Field = Field::new("significant-people", Kind::Number(2, PEOPLE_MAX as i64))
    .required()
    .hinted();
pub const CATEGORIES: Field =
    Field::new("significant-categories", Kind::Terms(List::Categories)).hinted();
pub const CONFIRM: Field = Field::new("confirm-hours", HOURS).required().hinted();
pub const SAFETY: Field = Field::new("safety-hours", HOURS).required().hinted();
pub const FORM: &[Field] = &[AMOUNTS, PEOPLE, CATEGORIES, CONFIRM, SAFETY];

pub fn accept(fields: &mut Fields, before: &Organisation) -> Option<Organisation> {
    fields.check(FORM);
    let amounts = match amounts(&fields.text(AMOUNTS.name)) {
        Ok(amounts) => amounts,
        Err(problem) => {
            fields.problem(AMOUNTS.name, problem);
            return None;
        }
    };
    let number = |field: Field| {
        fields
            .number(field.name)
            .and_then(|n| u32::try_from(n).ok())
    };
    let significance = Significance {
        amounts,
        people: number(PEOPLE)?,
        categories: fields.codes(CATEGORIES.name),
        confirm_hours: number(CONFIRM)?,
        safety_hours: number(SAFETY)?,
    };
    let it = Organisation {
        significance,
        ..before.clone()
    };
    fields.problems().is_empty().then_some(it)
}

/// `EUR 5000`, one line a currency.
fn amounts(typed: &str) -> Result<BTreeMap<String, i64>, Message> {
    let mut all = BTreeMap::new();
    for (n, line) in (1i64..).zip(typed.lines()) {
        if line.trim().is_empty() {
            continue;
        }
        let wrong = || Message::new("problem-significant-line").with("n", n);
        let (currency, amount) = amount(line).ok_or_else(wrong)?;
        if all.insert(currency, amount).is_some() {
            return Err(Message::new("problem-significant-twice").with("n", n));
        }
    }
    match all.len() > AMOUNTS_MAX {
        true => Err(Message::new("problem-significant-many").with("max", AMOUNTS_MAX)),
        false => Ok(all),
    }
}

fn amount(line: &str) -> Option<(String, i64)> {
    let (currency, amount) = line.trim().split_once(char::is_whitespace)?;
    let currency = currency.to_ascii_uppercase();
    let named = currency.len() == 3 && currency.bytes().all(|b| b.is_ascii_uppercase());
    let money = Money::read(amount, &currency).filter(|money| named && money.minor > 0)?;
    Some((currency, money.minor))
}

pub fn typed(it: &Organisation) -> Fields {
    let held = &it.significance;
    let mut fields = Fields::default();
    let lines = held
        .amounts
        .iter()
        .map(|(currency, minor)| line(currency, *minor));
    fields.put(AMOUNTS.name, lines.collect::<Vec<_>>().join("\n"));
    fields.put(PEOPLE.name, held.people.to_string());
    for code in &held.categories {
        fields.put(CATEGORIES.name, code.as_str());
    }
    fields.put(CONFIRM.name, held.confirm_hours.to_string());
    fields.put(SAFETY.name, held.safety_hours.to_string());
    fields
}

/// As it is read again.
pub fn line(currency: &str, minor: i64) -> String {
    let decimals = Money::decimals(currency);
    let scale = 10i64.pow(u32::try_from(decimals).unwrap_or_default());
    let (whole, rest) = (minor / scale, minor % scale);
    match rest {
        0 => format!("{currency} {whole}"),
        rest => format!("{currency} {whole}.{rest:0decimals$}"),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn given(amounts: &str, people: &str) -> (Fields, Option<Organisation>) {
        let mut fields = Fields::default();
        fields.put("significant-amounts", amounts);
        fields.put("significant-people", people);
        fields.put("significant-categories", "26");
        fields.put("confirm-hours", "2");
        fields.put("safety-hours", "1");
        let it = accept(&mut fields, &Organisation::default());
        (fields, it)
    }

    #[test]
    fn amounts_are_kept_in_minor_units_and_shown_as_they_are_read() {
        let (_, it) = given("EUR 5 000,50\nkrw 10,000,000\n\nKWD 1.250", "25");
        let it = it.unwrap();
        let held = &it.significance;
        assert_eq!(held.amounts["EUR"], 500_050);
        assert_eq!(held.amounts["KRW"], 10_000_000);
        assert_eq!(held.amounts["KWD"], 1_250);
        assert_eq!(
            (held.people, held.confirm_hours, held.safety_hours),
            (25, 2, 1)
        );
        assert_eq!(held.categories, ["26"]);
        assert_eq!(accept(&mut typed(&it), &it), Some(it));
    }

    #[test]
    fn a_line_that_is_no_amount_is_named_by_its_number() {
        for wrong in ["EUR 100\nmany", "EUR 100\nEURO 5", "EUR 100\nUSD 0"] {
            let (fields, it) = given(wrong, "10");
            assert_eq!(it, None, "{wrong}");
            let problem = fields.problem_at("significant-amounts").unwrap();
            let expected = Message::new("problem-significant-line").with("n", 2i64);
            assert_eq!(problem.message, expected, "{wrong}");
        }
        let (fields, _) = given("EUR 100\nEUR 200", "10");
        assert!(fields.problem_at("significant-amounts").is_some());
        let (fields, _) = given("", "1");
        assert!(fields.problem_at("significant-people").is_some());
    }

    #[test]
    fn the_default_leaves_the_fact_as_it_was_before_there_was_such_a_setting() {
        let it = Organisation::default();
        assert_eq!(accept(&mut typed(&it), &it), Some(it));
    }
}
