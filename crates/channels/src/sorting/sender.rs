//! Who sent a message, in words, for whoever decides on it: who signed it, whether the
//! domain of the sender's address answers for it, and what that means for joining a case
//! by itself. Leaves no evidence.

use super::proof::is_proven;
use redress_mail::{
    authentication::{Passed, Verdict},
    reading::Message,
};
use redress_web::{Html, Voice};

pub struct Sender {
    /// Signed, and by whom.
    pub signed: Html,
    /// Does the domain answer for it?
    pub domain: String,
    /// What follows.
    pub means: String,
}

impl Sender {
    pub fn of(t: &Voice, message: Option<&Message>, verdict: Option<&Verdict>) -> Sender {
        let proven = message.is_some_and(|message| is_proven(message, verdict));
        Sender {
            signed: signed(t, verdict),
            domain: t.code("mail-sender", answers(verdict, proven)),
            means: t.code("mail-joins", if proven { "proven" } else { "unproven" }),
        }
    }
}

fn signed(t: &Voice, verdict: Option<&Verdict>) -> Html {
    let dkim = verdict.map_or("nobody", |verdict| verdict.dkim.code());
    match verdict.map_or("", |verdict| verdict.signer.as_str()) {
        "" => Html::text(&t.code("mail-signed", dkim)),
        signer => t
            .tell("mail-signed-by")
            .with(
                "domain",
                redress_kernel::words::Arg::Latin(signer.to_owned()),
            )
            .html(),
    }
}

/// What DMARC said; a domain that was checked and is not the sender's proves nothing.
pub fn answers(verdict: Option<&Verdict>, proven: bool) -> &'static str {
    match verdict.map(|verdict| verdict.dmarc) {
        None => "nobody",
        Some(Passed::Yes) if proven => "proven",
        Some(Passed::Yes) => "other",
        Some(Passed::Weak) => "weak",
        Some(Passed::No) => "not",
        Some(Passed::Unknown) => "unknown",
        Some(Passed::Unchecked) => "unchecked",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_end_of_the_checks_has_its_own_word() {
        let of = |dmarc| Verdict::of(Passed::Unchecked, Passed::Unchecked, dmarc);
        let said = |dmarc, proven| answers(Some(&of(dmarc)), proven);
        assert_eq!(answers(None, false), "nobody");
        assert_eq!(said(Passed::Yes, true), "proven");
        assert_eq!(said(Passed::Yes, false), "other");
        assert_eq!(said(Passed::Weak, false), "weak");
        assert_eq!(said(Passed::No, false), "not");
        assert_eq!(said(Passed::Unknown, false), "unknown");
        assert_eq!(said(Passed::Unchecked, false), "unchecked");
    }
}
