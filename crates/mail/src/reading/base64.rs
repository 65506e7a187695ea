//! Base64 as strangers write it: a piece at a time, passing over what does not belong
//! there; padding in the middle begins anew.

use std::{
    io::{self, Read},
    mem,
    sync::LazyLock,
};

/// What is no digit, in the table of digits.
const NONE: u8 = 64;
const END: u8 = 65;
const BLANK: u8 = 66;

static DIGITS: LazyLock<[u8; 256]> = LazyLock::new(|| std::array::from_fn(|at| digit(at as u8)));

const fn digit(byte: u8) -> u8 {
    match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'+' | b'-' => 62,
        b'/' | b'_' => 63,
        b'=' => END,
        b' ' | b'\t' | b'\r' | b'\n' | b'\x0c' => BLANK,
        _ => NONE,
    }
}

/// The whole of it, and whether something did not belong there.
pub fn base64(bytes: &[u8]) -> (Vec<u8>, bool) {
    let mut out = Vec::with_capacity(bytes.len() / 4 * 3 + 3);
    let mut from = Base64::new(bytes);
    // What lies in memory is read without fail.
    drop(from.read_to_end(&mut out));
    (out, from.odd)
}

/// How many bytes come of it, and the same.
pub fn measured(bytes: &[u8]) -> (usize, bool) {
    let (mut from, mut piece, mut length) = (Base64::new(bytes), [0; 4 << 10], 0);
    loop {
        match from.fill(&mut piece) {
            0 => return (length, from.odd),
            some => length += some,
        }
    }
}

pub struct Base64<'a> {
    rest: &'a [u8],
    digits: &'static [u8; 256],
    held: u32,
    bits: u32,
    odd: bool,
}

impl<'a> Base64<'a> {
    pub fn new(bytes: &'a [u8]) -> Base64<'a> {
        Base64 {
            rest: bytes,
            digits: &DIGITS,
            held: 0,
            bits: 0,
            odd: false,
        }
    }

    fn digit(&self, byte: u8) -> u8 {
        self.digits.get(usize::from(byte)).copied().unwrap_or(NONE)
    }

    /// How many came; none at the end.
    fn fill(&mut self, into: &mut [u8]) -> usize {
        let room = into.len();
        let mut out = into;
        loop {
            if self.bits == 0 {
                out = self.fours(out);
            }
            if out.is_empty() {
                return room;
            }
            let Some((&byte, after)) = self.rest.split_first() else {
                return room - out.len();
            };
            self.rest = after;
            if let Some(made) = self.one(byte)
                && let Some((to, left)) = mem::take(&mut out).split_first_mut()
            {
                *to = made;
                out = left;
            }
        }
    }

    /// Four digits are three bytes, as long as nothing else stands among them.
    fn fours<'o>(&mut self, mut out: &'o mut [u8]) -> &'o mut [u8] {
        while out.len() >= 3
            && let Some((four, after)) = self.rest.split_first_chunk::<4>()
        {
            let [a, b, c, d] = four.map(|byte| self.digit(byte));
            if (a | b | c | d) >= NONE {
                break;
            }
            let all = u32::from(a) << 18 | u32::from(b) << 12 | u32::from(c) << 6 | u32::from(d);
            let (three, left) = mem::take(&mut out).split_at_mut(3);
            three.copy_from_slice(&[(all >> 16) as u8, (all >> 8) as u8, all as u8]);
            (out, self.rest) = (left, after);
        }
        out
    }

    fn one(&mut self, byte: u8) -> Option<u8> {
        match self.digit(byte) {
            END => (self.held, self.bits) = (0, 0),
            BLANK => {}
            six if six < NONE => {
                self.held = (self.held << 6) | u32::from(six);
                self.bits += 6;
                if self.bits >= 8 {
                    self.bits -= 8;
                    let made = (self.held >> self.bits) as u8;
                    self.held &= (1 << self.bits) - 1;
                    return Some(made);
                }
            }
            _ => self.odd = true,
        }
        None
    }
}

impl Read for Base64<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        Ok(self.fill(into))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A digit at a time, into one vector.
    fn plainly(bytes: &[u8]) -> (Vec<u8>, bool) {
        let (mut out, mut held, mut bits, mut odd) = (Vec::new(), 0_u32, 0, false);
        for &byte in bytes {
            let six = match byte {
                b'A'..=b'Z' => byte - b'A',
                b'a'..=b'z' => byte - b'a' + 26,
                b'0'..=b'9' => byte - b'0' + 52,
                b'+' | b'-' => 62,
                b'/' | b'_' => 63,
                b'=' => {
                    (held, bits) = (0, 0);
                    continue;
                }
                other => {
                    odd |= !other.is_ascii_whitespace();
                    continue;
                }
            };
            held = (held << 6) | u32::from(six);
            bits += 6;
            if bits >= 8 {
                bits -= 8;
                out.push((held >> bits) as u8);
                held &= (1 << bits) - 1;
            }
        }
        (out, odd)
    }

    proptest! {
        #[test]
        fn in_pieces_of_any_size_it_is_what_it_is_digit_by_digit(
            text in "[A-Za-z0-9+/=_ \r\n!-]{0,300}", piece in 1_usize..20
        ) {
            let bytes = text.as_bytes();
            let (whole, odd) = plainly(bytes);
            prop_assert_eq!(base64(bytes), (whole.clone(), odd));
            prop_assert_eq!(measured(bytes), (whole.len(), odd));
            let (mut from, mut into, mut said) = (Base64::new(bytes), vec![0; piece], Vec::new());
            while let read @ 1.. = from.fill(&mut into) {
                said.extend_from_slice(into.get(..read).unwrap_or_default());
            }
            prop_assert_eq!(said, whole);
        }

        #[test]
        fn any_bytes_do_no_harm(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            prop_assert_eq!(base64(&bytes), plainly(&bytes));
        }
    }
}
