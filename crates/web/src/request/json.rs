//! A JSON body as fields, so that the API and the form meet the same limits:
//! `{"complainant": {"name": "Rasa"}}` is the field `complainant.name`.

use redress_kernel::{fields::Fields, words::Message};
use serde_json::Value;

/// How deep an object may lie in another.
const DEPTH_MAX: usize = 4;

/// Strings, whole numbers, true and false, and lists of these; null is nothing.
/// Anything else is a problem at its field.
pub fn flattened(value: &Value) -> Fields {
    let mut fields = Fields::default();
    match value {
        Value::Object(_) => put(&mut fields, "", value, 0),
        Value::Null => {}
        _ => fields.problem("", Message::new("problem-json")),
    }
    fields
}

fn put(fields: &mut Fields, name: &str, value: &Value, depth: usize) {
    match value {
        Value::Null => {}
        Value::String(text) => fields.put(name, text.as_str()),
        Value::Bool(ticked) => fields.put(name, if *ticked { "1" } else { "0" }),
        Value::Number(number) if number.is_i64() => fields.put(name, number.to_string()),
        Value::Array(items)
            if items
                .iter()
                .all(|item| !item.is_object() && !item.is_array()) =>
        {
            for item in items {
                put(fields, name, item, depth + 1);
            }
        }
        Value::Object(parts) if depth < DEPTH_MAX => {
            for (part, value) in parts {
                let inner = if name.is_empty() {
                    part.clone()
                } else {
                    format!("{name}.{part}")
                };
                put(fields, &inner, value, depth + 1);
            }
        }
        _ => fields.problem(name, Message::new("problem-json")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_program_and_a_form_send_the_same_fields() {
        let fields = flattened(&json!({
            "subject": "Late ferry",
            "safety": true,
            "issues": ["01", "02"],
            "complainant": {"name": "Rasa"},
            "note": null
        }));
        assert_eq!(fields.text("subject"), "Late ferry");
        assert!(fields.ticked("safety"));
        assert_eq!(fields.codes("issues"), ["01", "02"]);
        assert_eq!(fields.text("complainant.name"), "Rasa");
        assert!(fields.problems().is_empty());
    }

    #[test]
    fn a_wrong_type_is_a_sentence_at_its_field() {
        let fields = flattened(&json!({"received_at": 1.5, "items": [{"a": 1}]}));
        assert!(fields.problem_at("received_at").is_some());
        assert!(fields.problem_at("items").is_some());
        assert!(!flattened(&json!([1])).problems().is_empty());
    }
}
