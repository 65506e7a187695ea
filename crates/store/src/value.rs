//! The six values that both engines understand. A NULL carries its type,
//! because PostgreSQL wants to know it.

use redress_kernel::{Id, Instant};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    Int(i64),
    Text(String),
    Bytes(Vec<u8>),
    NullInt,
    NullText,
    NullBytes,
}

impl Value {
    pub fn is_null(&self) -> bool {
        matches!(self, Value::NullInt | Value::NullText | Value::NullBytes)
    }
}

macro_rules! becomes {
    ($($from:ty => $null:ident, |$v:ident| $to:expr;)*) => {$(
        impl From<$from> for Value {
            fn from($v: $from) -> Value {
                $to
            }
        }
        impl From<Option<$from>> for Value {
            fn from(value: Option<$from>) -> Value {
                value.map_or(Value::$null, Value::from)
            }
        }
    )*};
}

becomes! {
    i64 => NullInt, |v| Value::Int(v);
    i32 => NullInt, |v| Value::Int(v.into());
    i16 => NullInt, |v| Value::Int(v.into());
    u32 => NullInt, |v| Value::Int(v.into());
    u16 => NullInt, |v| Value::Int(v.into());
    u8 => NullInt, |v| Value::Int(v.into());
    bool => NullInt, |v| Value::Int(v.into());
    Instant => NullInt, |v| Value::Int(v.micros());
    String => NullText, |v| Value::Text(v);
    &String => NullText, |v| Value::Text(v.clone());
    &str => NullText, |v| Value::Text(v.to_owned());
    Id => NullText, |v| Value::Text(v.to_string());
    Vec<u8> => NullBytes, |v| Value::Bytes(v);
    &[u8] => NullBytes, |v| Value::Bytes(v.to_vec());
    [u8; 32] => NullBytes, |v| Value::Bytes(v.to_vec());
}

/// Lengths; beyond what an i64 holds is beyond what memory holds.
impl From<usize> for Value {
    fn from(value: usize) -> Value {
        Value::Int(i64::try_from(value).unwrap_or(i64::MAX))
    }
}
