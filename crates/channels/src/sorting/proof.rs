//! Is the sender who the message says? By what the server of the mailbox found out and
//! noted above it (RFC 8601): fields of other servers, and of whoever wrote the message,
//! say nothing.

use crate::mail::Seat;
use redress_mail::{authentication::noted, reading::Message};

/// The domain of the sender's address answers for this message.
pub fn by_our_server(_: &Message, bytes: &[u8], seat: &Seat) -> bool {
    let server = seat.authserv.as_deref();
    let verdict = server.and_then(|server| noted(bytes, server));
    verdict.is_some_and(|verdict| verdict.from_is_proven)
}

#[cfg(test)]
mod tests {
    use super::*;
    use redress_mail::reading::read;

    fn proven(fields: &str) -> bool {
        let whole = format!("{fields}From: Rasa <rasa@example.lt>\r\nSubject: x\r\n\r\nx");
        let seat = Seat {
            authserv: Some("mx.blueferry.example".into()),
            ..Seat::default()
        };
        by_our_server(&read(whole.as_bytes()), whole.as_bytes(), &seat)
    }

    #[test]
    fn only_our_own_server_proves_a_sender() {
        let ours = "Authentication-Results: mx.blueferry.example; ";
        let theirs =
            "Authentication-Results: mx.evil.example; dmarc=pass header.from=example.lt\r\n";
        let passed = format!("{ours}dmarc=pass header.from=example.lt\r\n");
        assert!(proven(&passed));
        assert!(!proven(&format!(
            "{ours}dmarc=fail header.from=example.lt\r\n"
        )));
        assert!(!proven(theirs));
        assert!(!proven(""));
    }
}
