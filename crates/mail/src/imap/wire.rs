//! Lines and literals as they come over the wire, each with a limit, and commands as
//! they go out. What is a line is decided here, what it means in `reply`.

use super::{Dialogue, Fault, reply::Reply, stream::Stream};
use crate::Deadline;
use std::time::Duration;

/// No server has to tell us more than this in one line; a list of a hundred thousand
/// numbers is below a megabyte.
const LINE_MAX: usize = 8 << 20;
/// A piece of a message, and a little for servers that count otherwise.
pub const LITERAL_MAX: usize = (1 << 20) + 1024;
const LITERALS_MAX: usize = 64;

pub struct Wire {
    pub stream: Stream,
    pub dialogue: Dialogue,
    /// Read and not yet taken: from `start`.
    inbox: Vec<u8>,
    start: usize,
    patience: Duration,
}

impl Wire {
    pub fn new(stream: Stream, patience: Duration, dialogue: Dialogue) -> Wire {
        Wire {
            stream,
            dialogue,
            inbox: Vec::new(),
            start: 0,
            patience,
        }
    }

    /// `shown`: the line as the dialogue may know it.
    pub fn say(&mut self, line: &str, shown: &str) -> Result<(), Fault> {
        self.dialogue.ours(shown);
        self.stream.write(format!("{line}\r\n").as_bytes())
    }

    /// The next reply, within our patience.
    pub fn hear(&mut self) -> Result<Reply, Fault> {
        self.hear_until(Deadline::after(self.patience))
    }

    /// None when nothing began to arrive within `wait`.
    pub fn hear_within(&mut self, wait: Duration) -> Result<Option<Reply>, Fault> {
        if self.start == self.inbox.len() {
            match self.fill(wait) {
                Err(Fault::Slow) => return Ok(None),
                other => other?,
            }
        }
        self.hear().map(Some)
    }

    /// Nothing said before encryption may count after it.
    pub fn is_empty(&self) -> bool {
        self.start == self.inbox.len()
    }

    fn hear_until(&mut self, until: Deadline) -> Result<Reply, Fault> {
        let mut parts = Vec::new();
        let mut literals = Vec::new();
        loop {
            let line = self.line(until)?;
            self.dialogue.theirs(&line);
            let announced = announced(&line);
            parts.push(line);
            let Some(length) = announced else {
                return Ok(Reply::read(&parts, literals));
            };
            if length > LITERAL_MAX || literals.len() >= LITERALS_MAX {
                return Err(Fault::Senseless);
            }
            literals.push(self.literal(length, until)?);
        }
    }

    /// Without its end of line.
    fn line(&mut self, until: Deadline) -> Result<Vec<u8>, Fault> {
        let mut seen = 0;
        loop {
            let waiting = self.inbox.get(self.start..).unwrap_or_default();
            let from = waiting.get(seen..).unwrap_or_default();
            if let Some(at) = from.iter().position(|b| *b == b'\n') {
                let end = seen + at;
                let line = waiting.get(..end).unwrap_or_default();
                let line = line.strip_suffix(b"\r").unwrap_or(line).to_vec();
                self.start += end + 1;
                return Ok(line);
            }
            seen = waiting.len();
            if seen > LINE_MAX {
                return Err(Fault::Senseless);
            }
            self.fill(until.left().ok_or(Fault::Slow)?)?;
        }
    }

    fn literal(&mut self, length: usize, until: Deadline) -> Result<Vec<u8>, Fault> {
        let there = self.inbox.get(self.start..).unwrap_or_default();
        let there = there.get(..length).unwrap_or(there);
        let mut bytes = Vec::with_capacity(length);
        bytes.extend_from_slice(there);
        self.start += there.len();
        while bytes.len() < length {
            let wait = until.left().ok_or(Fault::Slow)?;
            let had = bytes.len();
            bytes.resize(length, 0);
            let read = self
                .stream
                .read(bytes.get_mut(had..).unwrap_or_default(), wait);
            let read = read.map_err(|error| Fault::of(&error))?;
            bytes.truncate(had + read);
            if read == 0 {
                return Err(Fault::Cut);
            }
        }
        Ok(bytes)
    }

    fn fill(&mut self, wait: Duration) -> Result<(), Fault> {
        self.inbox.drain(..self.start);
        self.start = 0;
        let mut piece = [0; 16 * 1024];
        let read = self.stream.read(&mut piece, wait);
        match read.map_err(|error| Fault::of(&error))? {
            0 => Err(Fault::Cut),
            read => {
                self.inbox
                    .extend_from_slice(piece.get(..read).unwrap_or_default());
                Ok(())
            }
        }
    }
}

/// `... {42}` announces 42 bytes after the line.
fn announced(line: &[u8]) -> Option<usize> {
    let inner = line.strip_suffix(b"}")?;
    let open = inner.iter().rposition(|b| *b == b'{')?;
    let digits = std::str::from_utf8(inner.get(open + 1..)?).ok()?;
    digits.trim_end_matches('+').parse().ok()
}
