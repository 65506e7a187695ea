//! As much of CBOR (RFC 8949) as an authenticator writes: whole numbers, bytes, text,
//! lists and maps of a known length. Anything else, and anything cut off or too deep, is
//! none; nothing is set aside for a length that is only claimed.

/// Attestation objects are three deep.
const DEPTH_MAX: u8 = 8;
const ITEMS_MAX: u64 = 64;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value<'a> {
    Int(i64),
    Bytes(&'a [u8]),
    Text(&'a str),
    List(Vec<Value<'a>>),
    Map(Vec<(Value<'a>, Value<'a>)>),
    /// True, false, null: said somewhere, asked for nowhere.
    Simple(u64),
}

impl<'a> Value<'a> {
    pub fn text(&self, key: &str) -> Option<&Value<'a>> {
        self.under(&Value::Text(key))
    }

    pub fn number(&self, key: i64) -> Option<&Value<'a>> {
        self.under(&Value::Int(key))
    }

    fn under(&self, key: &Value<'_>) -> Option<&Value<'a>> {
        let Value::Map(pairs) = self else { return None };
        let mut found = pairs.iter().filter(|(its, _)| its == key);
        let first = found.next();
        // A key that stands twice could be read in two ways.
        found.next().is_none().then_some(first)?.map(|(_, it)| it)
    }

    pub fn bytes(&self) -> Option<&'a [u8]> {
        match self {
            Value::Bytes(bytes) => Some(bytes),
            _ => None,
        }
    }

    pub fn int(&self) -> Option<i64> {
        match self {
            Value::Int(number) => Some(*number),
            _ => None,
        }
    }
}

/// The first value, and what follows it.
pub fn first(bytes: &[u8]) -> Option<(Value<'_>, &[u8])> {
    read(bytes, 0)
}

/// One value and nothing behind it.
pub fn whole(bytes: &[u8]) -> Option<Value<'_>> {
    first(bytes)
        .filter(|(_, rest)| rest.is_empty())
        .map(|(value, _)| value)
}

fn read(bytes: &[u8], depth: u8) -> Option<(Value<'_>, &[u8])> {
    if depth > DEPTH_MAX {
        return None;
    }
    let (head, rest) = bytes.split_first()?;
    let (kind, short) = (head >> 5, head & 31);
    let (n, rest) = argument(short, rest)?;
    match kind {
        0 => Some((Value::Int(i64::try_from(n).ok()?), rest)),
        1 => Some((Value::Int(-1 - i64::try_from(n).ok()?), rest)),
        2 => taken(n, rest).map(|(bytes, rest)| (Value::Bytes(bytes), rest)),
        3 => {
            let (bytes, rest) = taken(n, rest)?;
            Some((Value::Text(std::str::from_utf8(bytes).ok()?), rest))
        }
        4 => list(n, rest, depth),
        5 => map(n, rest, depth),
        7 if short < 24 => Some((Value::Simple(n), rest)),
        _ => None,
    }
}

fn list(n: u64, mut rest: &[u8], depth: u8) -> Option<(Value<'_>, &[u8])> {
    let mut all = Vec::new();
    for _ in 0..Some(n).filter(|n| *n <= ITEMS_MAX)? {
        let (value, after) = read(rest, depth + 1)?;
        all.push(value);
        rest = after;
    }
    Some((Value::List(all), rest))
}

fn map(n: u64, mut rest: &[u8], depth: u8) -> Option<(Value<'_>, &[u8])> {
    let mut all = Vec::new();
    for _ in 0..Some(n).filter(|n| *n <= ITEMS_MAX)? {
        let (key, after) = read(rest, depth + 1)?;
        let (value, after) = read(after, depth + 1)?;
        all.push((key, value));
        rest = after;
    }
    Some((Value::Map(all), rest))
}

/// The number that the head says itself, or the one, two, four or eight bytes behind it.
fn argument(short: u8, rest: &[u8]) -> Option<(u64, &[u8])> {
    let width = match short {
        0..=23 => return Some((u64::from(short), rest)),
        24 => 1,
        25 => 2,
        26 => 4,
        27 => 8,
        _ => return None,
    };
    let (number, rest) = rest.split_at_checked(width)?;
    let number = number
        .iter()
        .fold(0u64, |all, byte| (all << 8) | u64::from(*byte));
    Some((number, rest))
}

fn taken(n: u64, rest: &[u8]) -> Option<(&[u8], &[u8])> {
    rest.split_at_checked(usize::try_from(n).ok()?)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// Examples of RFC 8949, appendix A.
    #[test]
    fn it_reads_what_the_standard_shows() {
        for (bytes, expected) in [
            (&[0x17][..], Value::Int(23)),
            (&[0x18, 0x64], Value::Int(100)),
            (&[0x19, 0x03, 0xe8], Value::Int(1000)),
            (&[0x39, 0x03, 0xe7], Value::Int(-1000)),
            (&[0x44, 1, 2, 3, 4], Value::Bytes(&[1, 2, 3, 4])),
            (&[0x64, 0x49, 0x45, 0x54, 0x46], Value::Text("IETF")),
            (&[0xf5], Value::Simple(21)),
            (
                &[0xa1, 0x61, 0x61, 0x82, 1, 2],
                Value::Map(vec![(
                    Value::Text("a"),
                    Value::List(vec![Value::Int(1), Value::Int(2)]),
                )]),
            ),
        ] {
            assert_eq!(whole(bytes), Some(expected), "{bytes:02x?}");
        }
    }

    #[test]
    fn what_is_cut_off_claimed_or_endless_is_none() {
        let map = [0xa1, 0x61, 0x61, 0x82, 1, 2];
        for cut in 0..map.len() {
            assert_eq!(whole(&map[..cut]), None, "{cut}");
        }
        assert_eq!(
            whole(&[map.as_slice(), &[0]].concat()),
            None,
            "something behind"
        );
        let claims = [0x5b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
        assert_eq!(whole(&claims), None);
        assert_eq!(whole(&[0x9b, 0, 0, 0, 1, 0, 0, 0, 0]), None, "items");
        assert_eq!(whole(&[0x81; 40]), None, "depth");
        assert_eq!(whole(&[0x5f, 0x41, 1, 0xff]), None, "no length");
        // The same key twice is no key.
        let twice = whole(&[0xa2, 1, 2, 1, 3]).unwrap();
        assert_eq!(twice.number(1), None);
    }
}
