//! A mailbox as a file (mbox): messages one after another, each behind a line
//! "From sender date". Read as a stream; one message at a time is held.

use redress_mail::reading::MESSAGE_MAX;
use std::io::{self, BufRead, BufReader, Read};

/// One message: the line on which it begins, and its bytes. `cut`: it was longer
/// than anything we open, and only its beginning is here.
pub struct Letter {
    pub line: u64,
    pub bytes: Vec<u8>,
    pub cut: bool,
}

pub struct Mailbox<R: Read> {
    source: BufReader<R>,
    read: u64,
    line: u64,
    /// Is the next line the first of a message?
    ahead: Option<Vec<u8>>,
}

impl<R: Read> Mailbox<R> {
    pub fn new(source: R) -> Mailbox<R> {
        Mailbox {
            source: BufReader::with_capacity(64 * 1024, source),
            read: 0,
            line: 0,
            ahead: None,
        }
    }

    pub fn bytes(&self) -> u64 {
        self.read
    }

    /// The whole rest as one message.
    pub fn whole(&mut self) -> io::Result<Option<Letter>> {
        let mut bytes = Vec::new();
        let limit = MESSAGE_MAX as u64 + 1;
        self.source.by_ref().take(limit).read_to_end(&mut bytes)?;
        self.read += bytes.len() as u64;
        let letter = Letter {
            line: 1,
            cut: bytes.len() > MESSAGE_MAX,
            bytes,
        };
        Ok((self.read > 0 && !letter.bytes.is_empty()).then_some(letter))
    }

    /// None at the end of the file.
    pub fn next(&mut self) -> io::Result<Option<Letter>> {
        let Some(first) = self.first()? else {
            return Ok(None);
        };
        let mut letter = Letter {
            line: self.line,
            bytes: Vec::new(),
            cut: false,
        };
        if !begins(&first) {
            letter.add(&first);
        }
        let mut blank = false;
        while let Some(line) = self.line()? {
            if blank && begins(&line) {
                self.ahead = Some(line);
                break;
            }
            blank = line.iter().all(u8::is_ascii_whitespace);
            letter.add(unquoted(&line));
        }
        Ok(Some(letter))
    }

    /// The line that a message begins with, past empty ones.
    fn first(&mut self) -> io::Result<Option<Vec<u8>>> {
        if let Some(line) = self.ahead.take() {
            return Ok(Some(line));
        }
        while let Some(line) = self.line()? {
            if !line.iter().all(u8::is_ascii_whitespace) {
                return Ok(Some(line));
            }
        }
        Ok(None)
    }

    /// A line with its end; one without an end is cut where a message would be.
    fn line(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut line = Vec::new();
        let limit = MESSAGE_MAX as u64 + 1;
        let n = self
            .source
            .by_ref()
            .take(limit)
            .read_until(b'\n', &mut line)?;
        self.read += n as u64;
        self.line += 1;
        Ok((n > 0).then_some(line))
    }
}

impl Letter {
    fn add(&mut self, line: &[u8]) {
        let room = MESSAGE_MAX.saturating_sub(self.bytes.len());
        self.cut |= line.len() > room;
        self.bytes
            .extend_from_slice(line.get(..room).unwrap_or(line));
    }
}

/// "From ann@example.org Mon Mar  2 09:00:00 2026": with a clock and a year, so that
/// a sentence that begins with "From" parts nothing.
fn begins(line: &[u8]) -> bool {
    let Some(rest) = line.strip_prefix(b"From ") else {
        return false;
    };
    let text = String::from_utf8_lossy(rest.get(..200).unwrap_or(rest));
    let number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let clock = |word: &str| word.split(':').count() >= 2 && word.split(':').all(number);
    let year = |word: &str| word.len() == 4 && number(word);
    text.split_whitespace().any(clock) && text.split_whitespace().any(year)
}

/// `>From ` was `From ` before it came into a mailbox.
fn unquoted(line: &[u8]) -> &[u8] {
    let marks = line.iter().take_while(|byte| **byte == b'>').count();
    let quoted = marks > 0
        && line
            .get(marks..)
            .is_some_and(|rest| rest.starts_with(b"From "));
    if quoted {
        line.get(1..).unwrap_or(line)
    } else {
        line
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_mailbox_is_parted_where_a_message_begins_and_nowhere_else() {
        let text = "From ann@example.org Mon Mar  2 09:00:00 2026\nSubject: a\n\nFrom here on it was late.\n>From the pier\n\nFrom bob Tue Mar  3 10:00 2026\nSubject: b\n\nx\n";
        let mut mailbox = Mailbox::new(text.as_bytes());
        let first = mailbox.next().unwrap().unwrap();
        let second = mailbox.next().unwrap().unwrap();
        assert_eq!((first.line, second.line), (1, 7));
        assert_eq!(
            first.bytes,
            b"Subject: a\n\nFrom here on it was late.\nFrom the pier\n\n"
        );
        assert_eq!(second.bytes, b"Subject: b\n\nx\n");
        assert!(mailbox.next().unwrap().is_none());
    }
}
