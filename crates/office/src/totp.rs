//! Codes of an authenticator app (RFC 6238, on RFC 4226): SHA-1, six digits, a new one
//! every thirty seconds, because that is what every app can. Pure: the time is an
//! argument, and what was accepted last comes in and goes out, so no code counts twice.

use redress_kernel::{Instant, fields::latin_digits};
use ring::hmac::{HMAC_SHA1_FOR_LEGACY_USE_ONLY, Key, sign};

pub const STEP_SECONDS: i64 = 30;
/// Clocks of telephones run a little fast or slow.
const AROUND: [i64; 3] = [0, -1, 1];
const DIGITS: usize = 6;
/// 160 bits, as RFC 4226 recommends.
pub const SECRET_BYTES: usize = 20;

/// The step to which a typed code belongs. None: none, or one that is not after `last`.
pub fn accepted(secret: &[u8], typed: &str, now: Instant, last: i64) -> Option<i64> {
    let typed: String = latin_digits(typed)
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect();
    let step = now.micros().div_euclid(STEP_SECONDS * 1_000_000);
    AROUND
        .into_iter()
        .map(|near| step + near)
        .find(|step| *step > last && code(secret, *step) == typed)
}

/// The code of one step, with its zeros in front.
pub fn code(secret: &[u8], step: i64) -> String {
    let key = Key::new(HMAC_SHA1_FOR_LEGACY_USE_ONLY, secret);
    let mac = sign(&key, &step.to_be_bytes());
    let mac = mac.as_ref();
    // Where to read is in the last four bits (RFC 4226, 5.3).
    let from = mac.last().map_or(0, |last| usize::from(last & 15));
    let four = mac
        .iter()
        .skip(from)
        .take(4)
        .fold(0u32, |all, byte| (all << 8) | u32::from(*byte));
    let number = (four & 0x7fff_ffff) % 10u32.pow(DIGITS as u32);
    format!("{number:0DIGITS$}")
}

/// The first bytes of chance.
pub fn secret(random: [u8; 32]) -> Vec<u8> {
    random.into_iter().take(SECRET_BYTES).collect()
}

/// As apps want it typed: base 32 of RFC 4648, without padding.
pub fn written(secret: &[u8]) -> String {
    const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let (mut bits, mut have, mut text) = (0u32, 0, String::new());
    for byte in secret {
        bits = (bits << 8) | u32::from(*byte);
        have += 8;
        while have >= 5 {
            have -= 5;
            let at = ((bits >> have) & 31) as usize;
            text.extend(LETTERS.get(at).copied().map(char::from));
        }
    }
    if have > 0 {
        let at = ((bits << (5 - have)) & 31) as usize;
        text.extend(LETTERS.get(at).copied().map(char::from));
    }
    text
}

/// The bytes again; a sign that is none of base 32 ends it.
pub fn read(written: &str) -> Vec<u8> {
    let (mut bits, mut have, mut bytes) = (0u32, 0, Vec::new());
    for letter in written.bytes() {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'2'..=b'7' => letter - b'2' + 26,
            _ => break,
        };
        bits = (bits << 5) | u32::from(value);
        have += 5;
        if have >= 8 {
            have -= 8;
            bytes.push(((bits >> have) & 255) as u8);
        }
    }
    bytes
}

/// In groups of four, as a person reads it from a screen.
pub fn in_groups(written: &str) -> String {
    let letters: Vec<char> = written.chars().collect();
    let groups = letters.chunks(4).map(|group| group.iter().collect());
    groups.collect::<Vec<String>>().join(" ")
}

/// What the picture says to the app: whose code it is, and of which place.
pub fn address(secret: &[u8], place: &str, email: &str) -> String {
    let (place, email) = (escaped(place), escaped(email));
    let secret = written(secret);
    format!("otpauth://totp/{place}:{email}?secret={secret}&issuer={place}")
}

fn escaped(text: &str) -> String {
    let one = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => {
            char::from(byte).to_string()
        }
        other => format!("%{other:02X}"),
    };
    text.bytes().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &[u8] = b"12345678901234567890";

    fn at(seconds: i64) -> Instant {
        Instant::from_micros(seconds * 1_000_000)
    }

    /// RFC 6238, appendix B: the last six of the eight digits there.
    #[test]
    fn the_codes_are_those_of_the_standard() {
        for (seconds, expected) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(code(SECRET, seconds / STEP_SECONDS), expected, "{seconds}");
        }
    }

    #[test]
    fn a_code_counts_once_and_only_near_its_time() {
        let now = at(1_111_111_111);
        let step = accepted(SECRET, "050 471", now, 0);
        assert_eq!(step, Some(1_111_111_111 / STEP_SECONDS));
        assert_eq!(accepted(SECRET, "050471", now, step.unwrap_or(0)), None);
        assert_eq!(accepted(SECRET, "۰۵۰۴۷۱", now, 0), step, "Persian digits");
        for (after, right) in [(-30, true), (30, true), (-60, false), (60, false)] {
            let then = at(1_111_111_111 / 30 * 30 + after);
            assert_eq!(
                accepted(SECRET, "050471", then, 0).is_some(),
                right,
                "{after}"
            );
        }
        assert_eq!(accepted(SECRET, "", now, 0), None);
        assert_eq!(accepted(b"another secret", "050471", now, 0), None);
    }

    #[test]
    fn the_key_is_written_as_apps_read_it() {
        // RFC 4648, 10.
        for (bytes, text) in [("f", "MY"), ("foo", "MZXW6"), ("foobar", "MZXW6YTBOI")] {
            assert_eq!(written(bytes.as_bytes()), text);
            assert_eq!(read(text), bytes.as_bytes());
        }
        assert_eq!(in_groups("MZXW6YTBOI"), "MZXW 6YTB OI");
        let address = address(SECRET, "Blue Ferry Co.", "jonas@ferry.example");
        assert_eq!(
            address,
            "otpauth://totp/Blue%20Ferry%20Co.:jonas%40ferry.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Blue%20Ferry%20Co."
        );
    }
}
