//! A statement and its values. The text is always ours (`&'static str`): what a
//! person typed can only ever be a value.

use crate::Value;
use std::borrow::Cow;

#[derive(Debug, Clone)]
pub struct Sql {
    text: Cow<'static, str>,
    values: Vec<Value>,
}

/// A whole statement with `$1..`, completed by `arg`; or the beginning of one
/// that `push` and `bind` go on with.
pub fn sql(text: &'static str) -> Sql {
    Sql {
        text: Cow::Borrowed(text),
        values: Vec::new(),
    }
}

impl Sql {
    /// The next value of a statement whose text already names it.
    pub fn arg(mut self, value: impl Into<Value>) -> Sql {
        self.values.push(storable(value.into()));
        self
    }

    pub fn push(mut self, text: &'static str) -> Sql {
        self.text.to_mut().push_str(text);
        self
    }

    /// Writes the next placeholder and keeps its value.
    pub fn bind(mut self, value: impl Into<Value>) -> Sql {
        self.values.push(storable(value.into()));
        let number = self.values.len();
        let text = self.text.to_mut();
        text.push('$');
        text.push_str(&number.to_string());
        self
    }

    /// `(a, $1, b, $2)`-like lists: `IN (` bind each, comma between `)`.
    pub fn bind_all<V: Into<Value>>(mut self, values: impl IntoIterator<Item = V>) -> Sql {
        for (place, value) in values.into_iter().enumerate() {
            if place > 0 {
                self = self.push(", ");
            }
            self = self.bind(value);
        }
        self
    }

    /// Goes on only when there is something to go on with.
    pub fn when<T>(self, value: Option<T>, with: impl FnOnce(Sql, T) -> Sql) -> Sql {
        match value {
            Some(value) => with(self, value),
            None => self,
        }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn values(&self) -> &[Value] {
        &self.values
    }

    /// Text read from the schema itself (table and column names of ours).
    pub(crate) fn from_schema(text: String) -> Sql {
        Sql {
            text: Cow::Owned(text),
            values: Vec::new(),
        }
    }
}

/// PostgreSQL holds no U+0000 in a text, and SQLite's own functions stop at it.
/// The journal keeps it, escaped in its JSON; a column shows the replacement sign.
fn storable(value: Value) -> Value {
    match value {
        Value::Text(text) if text.contains('\0') => Value::Text(text.replace('\0', "\u{fffd}")),
        value => value,
    }
}
