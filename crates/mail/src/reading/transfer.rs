//! Content-Transfer-Encoding, forgiving: what is no base64 or no quoted-printable
//! inside one is passed over or kept, never a reason to lose the rest.

use super::base64::base64;
use std::borrow::Cow;

/// How a part travelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Transfer {
    Plain,
    Base64,
    QuotedPrintable,
    Uuencode,
}

impl Transfer {
    pub fn named(name: &str) -> Transfer {
        match name
            .trim()
            .trim_matches(['"', ';'])
            .to_ascii_lowercase()
            .as_str()
        {
            "base64" | "base-64" | "b" => Transfer::Base64,
            "quoted-printable" | "quotedprintable" | "q" => Transfer::QuotedPrintable,
            "x-uuencode" | "uuencode" | "x-uue" => Transfer::Uuencode,
            _ => Transfer::Plain,
        }
    }

    /// The bytes, and whether something in them did not belong there.
    pub fn decode(self, bytes: &[u8]) -> (Cow<'_, [u8]>, bool) {
        let (decoded, odd) = match self {
            Transfer::Plain => return (Cow::Borrowed(bytes), false),
            Transfer::Base64 => base64(bytes),
            Transfer::QuotedPrintable => quoted_printable(bytes),
            Transfer::Uuencode => uuencode(bytes),
        };
        (Cow::Owned(decoded), odd)
    }
}

/// RFC 2045 6.7; a `=` that means nothing stays a `=`.
pub fn quoted_printable(bytes: &[u8]) -> (Vec<u8>, bool) {
    let mut out = Vec::with_capacity(bytes.len());
    let (mut rest, mut odd) = (bytes, false);
    while let Some((&first, after)) = rest.split_first() {
        rest = after;
        if first != b'=' {
            out.push(first);
            continue;
        }
        if let [high, low, behind @ ..] = after
            && let (Some(high), Some(low)) = (nibble(*high), nibble(*low))
        {
            out.push(high << 4 | low);
            rest = behind;
            continue;
        }
        let blank = after
            .iter()
            .take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r'))
            .count();
        match after.get(blank) {
            Some(b'\n') => rest = after.get(blank + 1..).unwrap_or_default(),
            None => rest = &[],
            Some(_) => {
                odd = true;
                out.push(b'=');
            }
        }
    }
    (out, odd)
}

/// RFC 2047 Q: as above, with `_` for a space.
pub fn q_word(bytes: &[u8]) -> Vec<u8> {
    let spaced: Vec<u8> = bytes
        .iter()
        .map(|byte| if *byte == b'_' { b' ' } else { *byte })
        .collect();
    quoted_printable(&spaced).0
}

fn nibble(byte: u8) -> Option<u8> {
    (byte as char).to_digit(16).map(|digit| digit as u8)
}

fn uuencode(bytes: &[u8]) -> (Vec<u8>, bool) {
    let mut out = Vec::with_capacity(bytes.len() / 4 * 3);
    for line in bytes.split(|byte| *byte == b'\n') {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.starts_with(b"begin ") || line == b"end" {
            continue;
        }
        let Some((&length, signs)) = line.split_first() else {
            continue;
        };
        let wanted = out.len() + usize::from(length.wrapping_sub(b' ') & 0x3f);
        for four in signs.chunks(4) {
            let six = |at: usize| {
                u32::from(four.get(at).copied().unwrap_or(b' ').wrapping_sub(b' ') & 0x3f)
            };
            let all = six(0) << 18 | six(1) << 12 | six(2) << 6 | six(3);
            out.extend_from_slice(&[(all >> 16) as u8, (all >> 8) as u8, all as u8]);
        }
        out.truncate(wanted);
    }
    (out, false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_belong_there_costs_nothing_else() {
        assert_eq!(base64(b"SGVs\r\n bG8h !"), (b"Hello!".to_vec(), true));
        assert_eq!(base64(b"SGk=SGk="), (b"HiHi".to_vec(), false));
        assert_eq!(quoted_printable(b"a=3Db=\r\nc=zz =").0, b"a=bc=zz ");
        assert_eq!(q_word(b"a_b=20c"), b"a b c");
        assert_eq!(
            *Transfer::Uuencode.decode(b"begin 644 x\n#0V%T\n`\nend\n").0,
            *b"Cat"
        );
    }
}
