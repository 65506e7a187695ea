//! A large file stays in the message that it came in until somebody wants its bytes: the
//! message stands in memory anyway, and unpacked beside it the file would cost three
//! quarters of it once more.

use super::{
    base64::{Base64, measured},
    transfer::Transfer,
};
use redress_kernel::content::{Content, Packed};
use std::{io::Read, ops::Range, sync::Arc};

/// What a message lies in, for as long as a part of it is wanted.
pub type Whole = Arc<dyn AsRef<[u8]> + Send + Sync>;

/// A smaller file is taken out at once.
const LARGE: usize = 1 << 20;

struct Lying {
    whole: Whole,
    at: Range<usize>,
    how: Transfer,
    length: usize,
}

/// What travelled as `body`, and whether something in it did not belong there.
pub fn content(how: Transfer, body: &[u8], whole: Option<&Whole>) -> (Content, bool) {
    if let Some(found) = whole.and_then(|whole| lying(how, body, whole)) {
        return found;
    }
    let (bytes, odd) = how.decode(body);
    (Content::Held(bytes.into_owned()), odd)
}

fn lying(how: Transfer, body: &[u8], whole: &Whole) -> Option<(Content, bool)> {
    if body.len() < LARGE {
        return None;
    }
    let (length, odd) = match how {
        Transfer::Plain => (body.len(), false),
        Transfer::Base64 => measured(body),
        Transfer::QuotedPrintable | Transfer::Uuencode => return None,
    };
    if length < LARGE {
        return None;
    }
    let lying = Lying {
        at: place(body, (**whole).as_ref())?,
        whole: whole.clone(),
        how,
        length,
    };
    Some((Content::Packed(Arc::new(lying)), odd))
}

/// Where in the whole this piece of it begins and ends; None where it is no piece of it.
fn place(body: &[u8], whole: &[u8]) -> Option<Range<usize>> {
    let from = body.as_ptr().addr().checked_sub(whole.as_ptr().addr())?;
    let at = from..from.checked_add(body.len())?;
    whole.get(at.clone()).map(|_| at)
}

impl Lying {
    fn body(&self) -> &[u8] {
        let whole = (*self.whole).as_ref();
        whole.get(self.at.clone()).unwrap_or_default()
    }
}

impl Packed for Lying {
    fn length(&self) -> usize {
        self.length
    }

    fn unpack(&self) -> Box<dyn Read + '_> {
        match self.how {
            Transfer::Base64 => Box::new(Base64::new(self.body())),
            _ => Box::new(self.body()),
        }
    }

    fn bare(&self) -> Option<&[u8]> {
        (self.how == Transfer::Plain).then(|| self.body())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;
    use crate::reading::{Message, read, read_in_place};

    fn message(how: &str, line: &str, lines: usize) -> Vec<u8> {
        let head = "From: Rasa <rasa@example.lt>\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nSee the film.\r\n--x\r\nContent-Type: video/mp4; name=quay.mp4\r\n";
        let body = format!("{line}\r\n").repeat(lines);
        format!("{head}Content-Transfer-Encoding: {how}\r\n\r\n{body}--x--\r\n").into_bytes()
    }

    fn lies(message: &Message) -> bool {
        matches!(message.parts[0].bytes, Content::Packed(_))
    }

    #[test]
    fn a_large_file_stays_in_its_message_and_says_the_same() {
        let line = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4v";
        for how in ["base64", "8bit"] {
            let bytes = message(how, line, 40_000);
            let (apart, there) = (read(&bytes), read_in_place(Arc::new(bytes)));
            assert!(lies(&there) && !lies(&apart), "{how}");
            assert_eq!(there, apart, "{how}");
            assert_eq!(there.text(), "See the film.");
        }
    }

    #[test]
    fn what_is_odd_in_it_is_said_and_what_is_small_is_taken_out() {
        let odd = message("base64", &"QUJD!".repeat(14), 30_000);
        assert!(odd.len() > 2 * LARGE);
        assert_eq!(read_in_place(Arc::new(odd.clone())), read(&odd));
        let small = message("base64", "QUJD", 100_000);
        assert!(!lies(&read_in_place(Arc::new(small))));
        let quoted = message("quoted-printable", &"=41B".repeat(17), 30_000);
        assert!(!lies(&read_in_place(Arc::new(quoted))));
    }

    #[test]
    fn a_piece_of_something_else_is_no_piece_of_it() {
        let (one, other) = (vec![1; 100], vec![1; 100]);
        assert_eq!(place(&one[10..30], &one), Some(10..30));
        assert_eq!(place(&one[10..30], &other), None);
        assert_eq!(place(&one, &one[..50]), None);
    }
}
