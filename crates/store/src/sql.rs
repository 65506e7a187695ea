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

    /// So many values whatever there are, the last one again and again: a statement over
    /// some rows keeps one text.
    pub fn bind_padded<V: Into<Value> + Copy>(self, values: &[V], to: usize) -> Sql {
        let last = values.last().into_iter().cycle();
        self.bind_all(values.iter().chain(last).take(to).copied())
    }

    /// `(VALUES (..), (..))`: rows that a statement is handed. In both engines their
    /// columns are called column1, column2 and so on.
    pub fn rows<const N: usize>(
        mut self,
        types: [&'static str; N],
        rows: impl IntoIterator<Item = [Value; N]>,
    ) -> Sql {
        for (place, row) in rows.into_iter().enumerate() {
            self = self.push(if place == 0 { "(VALUES (" } else { "), (" });
            for (place, (value, kind)) in row.into_iter().zip(types).enumerate() {
                let cast = if place == 0 { "CAST(" } else { ", CAST(" };
                self = self.push(cast).bind(value).push(" AS ");
                self = self.push(kind).push(")");
            }
        }
        self.push("))")
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

/// Parts of few lengths: each length is a statement of its own, and is parsed once.
pub fn parts<T>(mut all: &[T]) -> impl Iterator<Item = &[T]> {
    std::iter::from_fn(move || {
        let length = [32, 8, 1].into_iter().find(|length| *length <= all.len())?;
        let (some, rest) = all.split_at(length);
        all = rest;
        Some(some)
    })
}

/// PostgreSQL holds no U+0000 in a text, and SQLite's own functions stop at it.
/// The journal keeps it, escaped in its JSON; a column shows the replacement sign.
fn storable(value: Value) -> Value {
    match value {
        Value::Text(text) if text.contains('\0') => Value::Text(text.replace('\0', "\u{fffd}")),
        value => value,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_handed_over_with_their_types_and_lists_keep_their_length() {
        let rows = [[1.into(), "a".into()], [2.into(), "b".into()]];
        let query = sql("SELECT column2 FROM ").rows(["BIGINT", "TEXT"], rows);
        let text = "SELECT column2 FROM (VALUES (CAST($1 AS BIGINT), CAST($2 AS TEXT)), \
                    (CAST($3 AS BIGINT), CAST($4 AS TEXT)))";
        assert_eq!((query.text(), query.values().len()), (text, 4));
        let query = sql("IN (").bind_padded(&["a", "b"], 4);
        assert_eq!(query.text(), "IN ($1, $2, $3, $4");
        let values = ["a", "b", "b", "b"].map(Value::from);
        assert_eq!(query.values(), values);
    }

    #[test]
    fn parts_leave_nothing_out() {
        let all: Vec<usize> = (0..83).collect();
        let lengths: Vec<usize> = parts(&all).map(<[usize]>::len).collect();
        assert_eq!(lengths, [32, 32, 8, 8, 1, 1, 1]);
        assert_eq!(parts(&all).flatten().count(), 83);
    }
}
