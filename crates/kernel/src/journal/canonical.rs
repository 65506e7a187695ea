//! RFC 8785 canonical JSON, without floats: instants and amounts are integers.
//! One value has exactly one text, so a commitment can be recomputed anywhere.

use serde_json::{Map, Value};
use std::fmt;

/// The largest integer that every JSON reader keeps exactly (RFC 8785, 3.2.2.3).
const EXACT: u64 = (1 << 53) - 1;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotCanonical(pub &'static str);

impl fmt::Display for NotCanonical {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no canonical JSON: {}", self.0)
    }
}

impl std::error::Error for NotCanonical {}

pub fn canonical(value: &Value) -> Result<String, NotCanonical> {
    let mut out = String::with_capacity(256);
    write(value, &mut out)?;
    Ok(out)
}

fn write(value: &Value, out: &mut String) -> Result<(), NotCanonical> {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(true) => out.push_str("true"),
        Value::Bool(false) => out.push_str("false"),
        Value::Number(number) => return write_number(number, out),
        Value::String(text) => write_text(text, out),
        Value::Array(items) => return write_array(items, out),
        Value::Object(members) => return write_object(members, out),
    }
    Ok(())
}

fn write_number(number: &serde_json::Number, out: &mut String) -> Result<(), NotCanonical> {
    let size = number
        .as_i64()
        .map(i64::unsigned_abs)
        .or(number.as_u64())
        .ok_or(NotCanonical("a number with a fraction"))?;
    if size > EXACT {
        return Err(NotCanonical("a number beyond 2^53"));
    }
    out.push_str(&number.to_string());
    Ok(())
}

fn write_array(items: &[Value], out: &mut String) -> Result<(), NotCanonical> {
    out.push('[');
    for (place, item) in items.iter().enumerate() {
        if place > 0 {
            out.push(',');
        }
        write(item, out)?;
    }
    out.push(']');
    Ok(())
}

/// Members are ordered by UTF-16 code units, as JavaScript would.
fn write_object(members: &Map<String, Value>, out: &mut String) -> Result<(), NotCanonical> {
    let mut sorted: Vec<(&String, &Value)> = members.iter().collect();
    sorted.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
    out.push('{');
    for (place, (key, value)) in sorted.into_iter().enumerate() {
        if place > 0 {
            out.push(',');
        }
        write_text(key, out);
        out.push(':');
        write(value, out)?;
    }
    out.push('}');
    Ok(())
}

/// What needs no escape is copied in runs: most text needs none at all.
pub(crate) fn write_text(text: &str, out: &mut String) {
    out.push('"');
    let mut rest = text;
    while let Some(place) = rest
        .bytes()
        .position(|c| c < b' ' || c == b'"' || c == b'\\')
    {
        let (plain, from) = rest.split_at(place);
        out.push_str(plain);
        let mut chars = from.chars();
        chars.next().into_iter().for_each(|c| write_escape(c, out));
        rest = chars.as_str();
    }
    out.push_str(rest);
    out.push('"');
}

fn write_escape(c: char, out: &mut String) {
    match c {
        '"' => out.push_str("\\\""),
        '\\' => out.push_str("\\\\"),
        '\u{8}' => out.push_str("\\b"),
        '\t' => out.push_str("\\t"),
        '\n' => out.push_str("\\n"),
        '\u{c}' => out.push_str("\\f"),
        '\r' => out.push_str("\\r"),
        c => out.push_str(&format!("\\u{:04x}", u32::from(c))),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use serde_json::json;

    #[test]
    fn the_example_of_rfc_8785_without_its_floats() {
        let value = json!({
            "numbers": [333333333, -4, 0],
            "string": "\u{20ac}$\u{000F}\u{000a}A'\u{0042}\u{0022}\u{005c}\\\"/",
            "literals": [null, true, false]
        });
        assert_eq!(
            canonical(&value).unwrap(),
            "{\"literals\":[null,true,false],\"numbers\":[333333333,-4,0],\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}"
        );
    }

    #[test]
    fn members_are_ordered_by_utf_16_not_by_bytes() {
        // RFC 8785, 3.2.3: the surrogates of the smiley sort before U+FB33.
        let value = json!({ "\u{20ac}": 1, "\r": 2, "\u{fb33}": 3, "1": 4, "\u{1f600}": 5, "\u{80}": 6, "\u{f6}": 7 });
        let text = canonical(&value).unwrap();
        let order: Vec<&str> = text
            .trim_matches(['{', '}'])
            .split(',')
            .filter_map(|m| m.rsplit(':').next())
            .collect();
        assert_eq!(order, ["2", "4", "6", "7", "1", "5", "3"]);
    }

    #[test]
    fn a_fraction_or_a_huge_number_is_refused() {
        assert!(canonical(&json!(0.5)).is_err());
        assert!(canonical(&json!([1, { "a": 9_007_199_254_740_992_i64 }])).is_err());
        assert!(canonical(&json!(u64::MAX)).is_err());
        assert_eq!(
            canonical(&json!(-9_007_199_254_740_991_i64)).unwrap(),
            "-9007199254740991"
        );
    }

    fn value() -> impl proptest::strategy::Strategy<Value = Value> {
        use proptest::prelude::*;
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            (-(1i64 << 53) + 1..1i64 << 53).prop_map(Value::from),
            ".*".prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 40, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                prop::collection::hash_map(".*", inner, 0..6)
                    .prop_map(|members| Value::Object(members.into_iter().collect())),
            ]
        })
    }

    proptest::proptest! {
        #[test]
        fn the_text_says_the_value_and_stays_as_it_is(value in value()) {
            let text = canonical(&value).unwrap();
            let again: Value = serde_json::from_str(&text).unwrap();
            proptest::prop_assert_eq!(&again, &value);
            proptest::prop_assert_eq!(canonical(&again).unwrap(), text);
        }
    }
}
