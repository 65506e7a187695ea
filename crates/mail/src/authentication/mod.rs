//! Did a message come from whom it says? What SPF, DKIM and DMARC found (RFC 7208, 6376,
//! 7489): checked by us where a server brings us mail, believed of one named server
//! where we fetch it. Nothing is refused for it; it decides whether a reply may join a
//! case by its sender alone, and staff read it in words (decision 79).

mod checking;
mod noted;
#[cfg(test)]
mod tests;

pub use checking::{Bringer, Checker};
pub use noted::noted;

/// Under this name we note what we checked ourselves. It needs no secret: we write above
/// all that a message brought along.
pub const OURS: &str = "redress";

/// How one check ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Passed {
    Yes,
    No,
    /// It could not be found out now.
    Unknown,
    /// There was nothing to check, or nobody checked.
    #[default]
    Unchecked,
}

impl Passed {
    /// As it stands in `Authentication-Results` (RFC 8601).
    pub const fn result(self) -> &'static str {
        match self {
            Passed::Yes => "pass",
            Passed::No => "fail",
            Passed::Unknown => "temperror",
            Passed::Unchecked => "none",
        }
    }

    /// The word for it: `mail-passed-{code}`.
    pub const fn code(self) -> &'static str {
        match self {
            Passed::Yes => "yes",
            Passed::No => "no",
            Passed::Unknown => "unknown",
            Passed::Unchecked => "unchecked",
        }
    }

    fn read(result: &str) -> Passed {
        match result.to_ascii_lowercase().as_str() {
            "pass" => Passed::Yes,
            "none" | "neutral" => Passed::Unchecked,
            "temperror" => Passed::Unknown,
            _ => Passed::No,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Verdict {
    pub spf: Passed,
    pub dkim: Passed,
    pub dmarc: Passed,
    /// The domain of the address in `From:` answers for this message: DMARC passed.
    pub from_is_proven: bool,
}

impl Verdict {
    pub const fn of(spf: Passed, dkim: Passed, dmarc: Passed) -> Verdict {
        Verdict {
            spf,
            dkim,
            dmarc,
            from_is_proven: matches!(dmarc, Passed::Yes),
        }
    }

    /// The line in which we note it, above all that came with the message.
    pub fn header(&self, authserv_id: &str) -> String {
        let (spf, dkim, dmarc) = (self.spf.result(), self.dkim.result(), self.dmarc.result());
        format!("Authentication-Results: {authserv_id}; spf={spf}; dkim={dkim}; dmarc={dmarc}\r\n")
    }
}
