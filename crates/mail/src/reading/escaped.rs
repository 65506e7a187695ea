//! Charsets that change their meaning in mid-stream: HZ, ISO-2022-KR, ISO-2022-CN
//! and UTF-7. The Encoding Standard dropped them; old mail is still written in them.

use encoding_rs::{EUC_KR, GBK};

/// None: this name is none of them.
pub fn decode(bytes: &[u8], name: &str) -> Option<String> {
    match name {
        "hz" | "hz-gb-2312" | "hzgb2312" => Some(hz(bytes)),
        "iso-2022-kr" | "iso2022-kr" | "csiso2022kr" | "iso2022kr" => {
            Some(shifted(bytes, Set::Korean))
        }
        "iso-2022-cn" | "iso-2022-cn-ext" | "iso2022-cn" | "iso2022cn" => {
            Some(shifted(bytes, Set::Chinese))
        }
        "utf-7" | "utf7" | "unicode-1-1-utf-7" | "x-unicode-2-0-utf-7" => Some(utf7(bytes)),
        "" if looks_like_hz(bytes) => Some(hz(bytes)),
        "" if bytes.windows(4).any(|four| four == b"\x1b$)C") => Some(shifted(bytes, Set::Korean)),
        _ => None,
    }
}

fn looks_like_hz(bytes: &[u8]) -> bool {
    let pair = |two: &[u8; 2]| bytes.windows(2).any(|here| here == two);
    bytes.is_ascii() && pair(b"~{") && pair(b"~}")
}

#[derive(Clone, Copy)]
enum Set {
    Korean,
    Chinese,
}

/// Two seven-bit bytes are one sign: with the high bits set they are EUC.
fn doubled(bytes: &[u8], set: Set, out: &mut String) {
    let high: Vec<u8> = bytes.iter().map(|byte| byte | 0x80).collect();
    let encoding = match set {
        Set::Korean => EUC_KR,
        Set::Chinese => GBK,
    };
    out.push_str(&encoding.decode_without_bom_handling(&high).0);
}

/// RFC 1843: `~{` opens, `~}` closes, `~~` is a tilde; a line end closes too.
fn hz(bytes: &[u8]) -> String {
    let (mut out, mut rest) = (String::with_capacity(bytes.len()), bytes);
    let mut open = false;
    while let Some((&first, after)) = rest.split_first() {
        let second = after.first().copied();
        let skip = match (open, first, second) {
            (_, b'~', Some(b'{')) => switched(&mut open, true),
            (_, b'~', Some(b'}')) => switched(&mut open, false),
            (false, b'~', Some(b'~')) => pushed(&mut out, '~', 2),
            (false, b'~', Some(b'\n')) => 2,
            (true, 0x21..=0x7e, Some(low @ 0x21..=0x7e)) => {
                doubled(&[first, low], Set::Chinese, &mut out);
                2
            }
            (_, b'\n', _) => {
                open = false;
                pushed(&mut out, '\n', 1)
            }
            _ => pushed(
                &mut out,
                if first.is_ascii() {
                    first as char
                } else {
                    '\u{fffd}'
                },
                1,
            ),
        };
        rest = rest.get(skip..).unwrap_or_default();
    }
    out
}

fn switched(open: &mut bool, to: bool) -> usize {
    *open = to;
    2
}

fn pushed(out: &mut String, sign: char, length: usize) -> usize {
    out.push(sign);
    length
}

/// RFC 1557 and 1922: an announcement (`ESC $ ) C`), then SO and SI switch; each
/// line begins in ASCII. CNS planes of ISO-2022-CN are beyond us and stay U+FFFD.
fn shifted(bytes: &[u8], set: Set) -> String {
    let (mut out, mut run, mut inside) = (String::with_capacity(bytes.len()), Vec::new(), false);
    let mut rest = bytes;
    while let Some((&first, after)) = rest.split_first() {
        let step = match first {
            0x1b if matches!(after, [b'$', b')' | b'*' | b'+', _, ..]) => 4,
            0x0e | 0x0f | b'\n' => {
                doubled(&std::mem::take(&mut run), set, &mut out);
                inside = first == 0x0e;
                if first == b'\n' {
                    out.push('\n');
                }
                1
            }
            0x21..=0x7e if inside => {
                run.push(first);
                1
            }
            // KS X 1001 announced and yet written with high bits: as EUC.
            0x80.. => {
                run.push(first);
                1
            }
            _ => {
                doubled(&std::mem::take(&mut run), set, &mut out);
                pushed(&mut out, first as char, 1)
            }
        };
        rest = rest.get(step..).unwrap_or_default();
    }
    doubled(&run, set, &mut out);
    out
}

/// RFC 2152: `+` opens base64 of UTF-16, `-` closes, `+-` is a plus.
fn utf7(bytes: &[u8]) -> String {
    let (mut out, mut rest) = (String::with_capacity(bytes.len()), bytes);
    while let Some((&first, after)) = rest.split_first() {
        rest = after;
        if first != b'+' {
            out.push(if first.is_ascii() {
                first as char
            } else {
                '\u{fffd}'
            });
            continue;
        }
        let length = after
            .iter()
            .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/'))
            .count();
        let (word, behind) = after.split_at(length);
        let closed = behind.first() == Some(&b'-');
        match (word.is_empty(), closed) {
            (true, true) => out.push('+'),
            (true, false) => out.push('+'),
            _ => out.push_str(&utf16(word)),
        }
        rest = behind.get(usize::from(closed)..).unwrap_or_default();
    }
    out
}

fn utf16(word: &[u8]) -> String {
    let bytes = super::base64::base64(word).0;
    let units = bytes.chunks_exact(2).map(|pair| match pair {
        [high, low] => u16::from_be_bytes([*high, *low]),
        _ => 0xfffd,
    });
    char::decode_utf16(units)
        .map(|sign| sign.unwrap_or('\u{fffd}'))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn charsets_that_the_web_dropped_are_still_read() {
        let hz = b"This sentence is in ASCII.\n~{<:Ky2;S{#,NpJ)l6HK!#~}Bye.";
        assert_eq!(
            decode(hz, "hz-gb-2312").as_deref(),
            Some("This sentence is in ASCII.\n己所不欲，勿施於人。Bye.")
        );
        let korean = b"\x1b$)C\x0eGQ1[\x0f ok";
        assert_eq!(decode(korean, "iso-2022-kr").as_deref(), Some("한글 ok"));
        assert_eq!(
            decode(b"Hi Mom -+Jjo--! 1 +- 1", "utf-7").as_deref(),
            Some("Hi Mom -☺-! 1 + 1")
        );
        assert_eq!(decode(b"x", "utf-8"), None);
    }
}
