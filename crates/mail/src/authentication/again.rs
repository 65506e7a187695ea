//! What is left of a verdict that a server noted, once signatures were looked at again
//! (decision 79). The line that we read may not be the server's: it could have noted
//! nothing, and somebody could have written the line before. SPF cannot be checked again.

use super::{Passed, Verdict, domain};

/// What looking again found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Again {
    /// A signature of the sender's own domain holds: whose.
    Holds(String),
    /// There are signatures, and none of the sender's domain holds, or it could not be
    /// found out now.
    Open(Passed),
    /// Nobody signed it.
    Unsigned,
}

/// May a signature of this domain speak for that sender's? Itself, above it or below it.
pub fn aligned(signer: &str, from: &str) -> bool {
    let (signer, from) = (domain(signer), domain(from));
    let below = |one: &str, other: &str| {
        let rest = one
            .strip_suffix(other)
            .and_then(|rest| rest.strip_suffix('.'));
        other.contains('.') && rest.is_some_and(|rest| !rest.is_empty())
    };
    !from.is_empty() && (signer == from || below(&signer, &from) || below(&from, &signer))
}

/// DMARC stands where a signature of the sender's holds. Without one it can rest on SPF,
/// if that was noted; a signature that the server saw and that is not there is a lie.
pub fn settled(noted: Verdict, again: Again) -> Verdict {
    let (stands, dkim) = match &again {
        Again::Holds(_) => (true, Passed::Yes),
        Again::Open(found) => (noted.spf == Passed::Yes, *found),
        Again::Unsigned => (noted.dkim != Passed::Yes, Passed::Unchecked),
    };
    let dmarc = match (noted.dmarc, dkim) {
        (Passed::Yes, Passed::Unknown) if !stands => Passed::Unknown,
        (Passed::Yes, Passed::Weak) if !stands => Passed::Weak,
        (Passed::Yes, _) if !stands => Passed::No,
        (dmarc, _) => dmarc,
    };
    let signer = match again {
        Again::Holds(signer) => signer,
        _ => String::new(),
    };
    Verdict {
        dkim,
        dmarc,
        ..noted.signed_by(&signer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noted(spf: Passed, dkim: Passed) -> Verdict {
        Verdict::of(spf, dkim, Passed::Yes).about("example.lt")
    }

    fn proves(noted: Verdict, again: Again) -> bool {
        settled(noted, again).proves("rasa@example.lt")
    }

    #[test]
    fn a_signature_that_holds_proves_and_one_that_is_missing_was_never_seen() {
        let (yes, none) = (Passed::Yes, Passed::Unchecked);
        assert!(proves(noted(none, none), Again::Holds("example.lt".into())));
        assert!(proves(noted(yes, none), Again::Unsigned));
        assert!(
            !proves(noted(yes, yes), Again::Unsigned),
            "a line of somebody else"
        );
    }

    #[test]
    fn what_does_not_hold_or_cannot_be_asked_now_leaves_what_spf_says() {
        for found in [Passed::No, Passed::Unknown, Passed::Weak] {
            assert!(proves(noted(Passed::Yes, Passed::Yes), Again::Open(found)));
            assert!(!proves(noted(Passed::No, Passed::Yes), Again::Open(found)));
        }
        let verdict = settled(noted(Passed::No, Passed::Yes), Again::Open(Passed::Unknown));
        assert_eq!(
            (verdict.dkim, verdict.dmarc),
            (Passed::Unknown, Passed::Unknown)
        );
    }

    #[test]
    fn what_our_server_did_not_pass_no_signature_makes_good() {
        let failed = Verdict::of(Passed::Yes, Passed::Yes, Passed::No).about("example.lt");
        assert!(!proves(failed, Again::Holds("example.lt".into())));
    }

    #[test]
    fn a_domain_speaks_for_itself_and_its_own() {
        assert!(aligned("Example.LT", "example.lt"));
        assert!(
            aligned("mail.example.lt", "example.lt") && aligned("example.lt", "mail.example.lt")
        );
        assert!(!aligned("evil.example", "example.lt") && !aligned("badexample.lt", "example.lt"));
        assert!(!aligned("lt", "example.lt") && !aligned("", "") && !aligned("example.lt", ""));
    }
}
