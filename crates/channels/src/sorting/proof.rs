//! Is the sender who the message says? By what was found out before anything was written:
//! over SMTP by ourselves, elsewhere by what the server of the mailbox noted, with its
//! signatures looked at again (RFC 8601, decisions 79 and 82). Fields of other servers, and
//! of whoever wrote the message, say nothing.

use redress_mail::{authentication::Verdict, reading::Message};

/// The domain of the one sender's address answers for this message.
pub fn is_proven(message: &Message, verdict: Option<&Verdict>) -> bool {
    let sender = message.only_sender();
    verdict
        .zip(sender)
        .is_some_and(|(verdict, sender)| verdict.proves(&sender.address))
}

#[cfg(test)]
mod tests {
    use super::*;
    use redress_mail::{authentication::Passed, reading::read};

    fn proven(from: &str, dmarc: Passed, domain: &str) -> bool {
        let whole = format!("From: {from}\r\nSubject: x\r\n\r\nx");
        let verdict = Verdict::of(Passed::Yes, Passed::Yes, dmarc).about(domain);
        is_proven(&read(whole.as_bytes()), Some(&verdict))
    }

    #[test]
    fn a_sender_is_proven_for_the_very_domain_that_was_checked() {
        let rasa = "Rasa <rasa@example.lt>";
        assert!(proven(rasa, Passed::Yes, "example.lt"));
        assert!(!proven(rasa, Passed::Yes, "evil.example"));
        for dmarc in [Passed::No, Passed::Unknown, Passed::Unchecked] {
            assert!(!proven(rasa, dmarc, "example.lt"));
        }
        assert!(!is_proven(&read(b"From: rasa@example.lt\r\n\r\nx"), None));
    }

    #[test]
    fn of_two_senders_and_of_an_address_hidden_in_a_name_none_is_proven() {
        let two = "rasa@example.lt, x@evil.example";
        assert!(!proven(two, Passed::Yes, "example.lt"));
        let twice = "x@evil.example\r\nFrom: rasa@example.lt";
        assert!(!proven(twice, Passed::Yes, "example.lt"));
        let hidden = "=?utf-8?q?rasa=40example.lt=2C?= <x@evil.example>";
        assert!(!proven(hidden, Passed::Yes, "example.lt"));
    }
}
