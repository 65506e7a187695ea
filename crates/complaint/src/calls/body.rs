//! The body of a call: members of an object as the fields of the page's form, so that
//! page and program meet the same limits and the same sentences.

use redress_kernel::{
    fields::{Field, Fields},
    words::Message,
};
use redress_web::request::flattened;
use serde_json::{Map, Value, json};

/// A member that a call takes.
#[derive(Debug, Clone, Copy)]
pub struct Taken {
    pub name: &'static str,
    pub by: As,
}

#[derive(Debug, Clone, Copy)]
pub enum As {
    /// The field of the form.
    Field(Field),
    /// Anything else, read by the call itself; its schema, and whether it has to be there.
    Value(fn() -> Value, bool),
}

impl Taken {
    pub const fn field(name: &'static str, field: Field) -> Taken {
        Taken {
            name,
            by: As::Field(field),
        }
    }

    pub const fn value(name: &'static str, schema: fn() -> Value) -> Taken {
        Taken {
            name,
            by: As::Value(schema, false),
        }
    }

    pub const fn needed(name: &'static str, schema: fn() -> Value) -> Taken {
        Taken {
            name,
            by: As::Value(schema, true),
        }
    }

    pub const fn yes(name: &'static str) -> Taken {
        Taken::value(name, || json!({ "type": "boolean" }))
    }

    pub fn is_field(&self, field: &str) -> bool {
        matches!(self.by, As::Field(its) if its.name == field)
    }

    /// Members that are called as their fields.
    pub fn all(fields: &[Field]) -> Vec<Taken> {
        fields
            .iter()
            .map(|field| Taken::field(field.name, *field))
            .collect()
    }
}

#[derive(Debug, Clone, Default)]
pub struct Body {
    pub fields: Fields,
    /// Names of the fields that were sent, also those that were sent empty.
    pub given: Vec<&'static str>,
    pub values: Map<String, Value>,
    /// Members that the call does not take.
    pub unknown: Vec<String>,
}

/// `whole`: what is required has to be there; otherwise only what is sent is looked at.
pub fn read(sent: &Value, taken: &[Taken], whole: bool) -> Body {
    let mut body = Body::default();
    let nothing = Map::new();
    let members = match sent {
        Value::Null => &nothing,
        Value::Object(members) => members,
        _ => {
            body.fields.problem("", Message::new("problem-json"));
            &nothing
        }
    };
    for (name, value) in members {
        match taken.iter().find(|taken| taken.name == name) {
            Some(taken) => body.put(taken, value),
            None => body.unknown.push(name.clone()),
        }
    }
    body.check(taken, whole);
    body
}

impl Body {
    pub fn is_right(&self) -> bool {
        self.fields.problems().is_empty() && self.unknown.is_empty()
    }

    fn put(&mut self, taken: &Taken, value: &Value) {
        match taken.by {
            As::Value(..) if value.is_null() => {}
            As::Value(..) => {
                self.values.insert(taken.name.to_owned(), value.clone());
            }
            As::Field(field) => {
                self.given.push(field.name);
                let one = Map::from_iter([(field.name.to_owned(), value.clone())]);
                let read = flattened(&Value::Object(one));
                for problem in read.problems() {
                    self.fields.problem(field.name, problem.message.clone());
                }
                for text in read.all(field.name) {
                    self.fields.put(field.name, text.as_str());
                }
                // An object where a text is asked for would be fields of other names.
                if read.names().any(|name| name != field.name) {
                    let message = Message::new("problem-json");
                    self.fields.problem(field.name, message);
                }
            }
        }
    }

    fn check(&mut self, taken: &[Taken], whole: bool) {
        let asked: Vec<Field> = taken
            .iter()
            .filter_map(|taken| match taken.by {
                As::Field(field) if whole || self.given.contains(&field.name) => Some(field),
                _ => None,
            })
            .collect();
        redress_web::form::check(&mut self.fields, &asked);
        for taken in taken.iter().filter(|_| whole) {
            let lacks =
                matches!(taken.by, As::Value(_, true)) && !self.values.contains_key(taken.name);
            if lacks {
                let message = Message::new("problem-required");
                self.fields.problem(taken.name, message);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use redress_kernel::fields::Kind;

    fn unit() -> Vec<Taken> {
        let name = Field::new("unit-name", Kind::Line(5)).required();
        vec![
            Taken::field("name", name),
            Taken::value("words", || json!({ "type": "object" })),
        ]
    }

    fn problems(sent: Value, whole: bool) -> Vec<(String, String)> {
        let body = read(&sent, &unit(), whole);
        let all = body.fields.problems().iter();
        let known = all.map(|problem| (problem.field.clone(), problem.message.key.clone()));
        let unknown = body.unknown.iter();
        known
            .chain(unknown.map(|name| (name.clone(), "unknown".to_owned())))
            .collect()
    }

    #[test]
    fn members_are_the_fields_of_the_form() {
        let body = read(
            &json!({ "name": "Nida", "words": { "en": "x" } }),
            &unit(),
            true,
        );
        assert_eq!(body.fields.text("unit-name"), "Nida");
        assert_eq!(body.values["words"]["en"], "x");
        assert!(body.fields.problems().is_empty());
    }

    #[test]
    fn what_is_missing_matters_for_a_whole_and_not_for_a_part() {
        let missing = ("unit-name".to_owned(), "problem-required".to_owned());
        assert_eq!(problems(json!({}), true), std::slice::from_ref(&missing));
        assert_eq!(problems(Value::Null, true), std::slice::from_ref(&missing));
        assert!(problems(json!({}), false).is_empty());
        assert_eq!(problems(json!({ "name": null }), false), [missing]);
    }

    #[test]
    fn nothing_comes_in_under_another_name_or_shape() {
        let key = |sent: Value| problems(sent, false).first().cloned().unwrap();
        assert_eq!(key(json!({ "unit-name": "x" })).1, "unknown");
        assert_eq!(key(json!({ "name": { "a": "x" } })).1, "problem-json");
        assert_eq!(key(json!([1])).1, "problem-json");
        assert_eq!(key(json!({ "name": "too long" })).1, "problem-too-long");
    }
}
