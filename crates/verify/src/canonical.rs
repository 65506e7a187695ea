//! Canonical JSON (RFC 8785) without fractions: a value has one text only, so a line
//! that was written otherwise is not what was exported.

use serde_json::{Map, Value};
use std::fmt::Write;

/// The largest whole number that every reader of JSON keeps exactly.
const EXACT: u64 = (1 << 53) - 1;

/// None for what the journal never holds: fractions and numbers beyond 2^53.
pub fn canonical(value: &Value) -> Option<String> {
    let mut out = String::new();
    write(value, &mut out)?;
    Some(out)
}

/// The value of a text that is written canonically, and of no other.
pub fn read(text: &str) -> Option<Value> {
    let value: Value = serde_json::from_str(text).ok()?;
    (canonical(&value)? == text).then_some(value)
}

fn write(value: &Value, out: &mut String) -> Option<()> {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(yes) => out.push_str(if *yes { "true" } else { "false" }),
        Value::Number(number) => {
            let size = number.as_i64().map(i64::unsigned_abs).or(number.as_u64())?;
            if size > EXACT {
                return None;
            }
            out.push_str(&number.to_string());
        }
        Value::String(text) => write_text(text, out),
        Value::Array(items) => {
            out.push('[');
            for (place, item) in items.iter().enumerate() {
                out.push_str(if place > 0 { "," } else { "" });
                write(item, out)?;
            }
            out.push(']');
        }
        Value::Object(members) => return write_object(members, out),
    }
    Some(())
}

/// Members stand in the order of their UTF-16 code units.
fn write_object(members: &Map<String, Value>, out: &mut String) -> Option<()> {
    let mut sorted: Vec<_> = members.iter().collect();
    sorted.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
    out.push('{');
    for (place, (name, value)) in sorted.into_iter().enumerate() {
        out.push_str(if place > 0 { "," } else { "" });
        write_text(name, out);
        out.push(':');
        write(value, out)?;
    }
    out.push('}');
    Some(())
}

fn write_text(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            c if c < ' ' => {
                // Writing into a string cannot fail.
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_has_one_spelling() {
        let line = "{\"a\":[1,-2,null,true],\"\u{1f600}\":\"\\n\\u000f\",\"\u{fb33}\":\"/\"}";
        assert!(read(line).is_some());
        for other in [
            "{\"a\": 1}",
            "{\"b\":1,\"a\":1}",
            "{\"a\":1,\"a\":1}",
            "\"\\u000F\"",
            "\"\\/\"",
            "1.0",
            "1e3",
            "9007199254740992",
            "[1] ",
        ] {
            assert_eq!(read(other), None, "{other}");
        }
    }
}
