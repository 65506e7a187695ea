//! The nouns: a mailbox, a place in it, a message as it came.

use redress_kernel::{Id, Instant};
use redress_mail::imap::Account;

/// One folder of one account.
#[derive(Debug, Clone)]
pub struct Mailbox {
    pub id: Id,
    pub account: Account,
    pub folder: String,
    pub after: After,
    /// Bytes; a larger message is accounted for and stays on the server.
    pub largest: u64,
}

/// What is done on the server with a message that is accounted for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum After {
    #[default]
    Leave,
    Seen,
    Move(String),
}

/// Where a message lies: this, and nothing in the message, says which one it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub uid_validity: u32,
    pub uid: u32,
}

/// A message as it came.
#[derive(Clone)]
pub struct Raw {
    pub mailbox: Id,
    pub place: Place,
    /// What it measures on the server.
    pub size: u64,
    pub arrived_at: Option<Instant>,
    /// False where only its beginning came.
    pub whole: bool,
    pub bytes: Vec<u8>,
    /// For the commitment to its bytes.
    pub salt: [u8; 32],
}

/// The text of a message stays out of every log.
impl std::fmt::Debug for Raw {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Raw({:?}, {} bytes)", self.place, self.bytes.len())
    }
}

/// How far into a message its head may reach.
const HEAD_MAX: usize = 256 << 10;
const MESSAGE_ID_MAX: usize = 998;

/// The message's own name for itself, as it stands in its head; a claim.
pub fn message_id(raw: &[u8]) -> String {
    let head = raw.get(..HEAD_MAX).unwrap_or(raw);
    let mut lines = head
        .split(|b| *b == b'\n')
        .map(|line| line.strip_suffix(b"\r").unwrap_or(line));
    let mut lines = lines
        .by_ref()
        .take_while(|line| !line.is_empty())
        .skip_while(|line| !names_it(line));
    let Some(first) = lines.next() else {
        return String::new();
    };
    let mut value = first.get(NAME.len()..).unwrap_or_default().to_vec();
    for folded in lines.take_while(|line| line.starts_with(b" ") || line.starts_with(b"\t")) {
        value.extend_from_slice(folded);
    }
    let text = String::from_utf8_lossy(&value);
    let kept = text.trim().chars().filter(|c| !c.is_control());
    kept.take(MESSAGE_ID_MAX).collect()
}

const NAME: &[u8] = b"message-id:";

fn names_it(line: &[u8]) -> bool {
    line.get(..NAME.len())
        .is_some_and(|name| name.eq_ignore_ascii_case(NAME))
}

#[cfg(test)]
mod tests {
    use super::message_id;

    #[test]
    fn a_message_is_called_what_its_head_says() {
        assert_eq!(
            message_id(b"From: a\r\nMESSAGE-ID: <1@a>\r\n\r\nhi"),
            "<1@a>"
        );
        assert_eq!(
            message_id(b"Message-Id:\r\n <2@a>\r\nSubject: x\r\n\r\n"),
            "<2@a>"
        );
        assert_eq!(message_id(b"Subject: x\n\nMessage-ID: <no@a>\n"), "");
        assert_eq!(message_id(b"message-id: \xff<3@a>"), "\u{fffd}<3@a>");
        assert_eq!(message_id(b""), "");
    }
}
