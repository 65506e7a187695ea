//! Did a message come from whom it says? What SPF, DKIM and DMARC found (RFC 7208, 6376,
//! 7489): checked by us where a server brings us mail, believed of one named server
//! where we fetch it. Nothing is refused for it; it decides whether a reply may join a
//! case by its sender alone, and staff read it in words (decision 79).

mod again;
mod checking;
mod noted;
#[cfg(test)]
mod tests;

pub use again::{Again, settled};
pub use checking::{Bringer, Checker};
pub use noted::noted;

/// Under this name we note what we checked ourselves. It needs no secret: we write above
/// all that a message brought along.
pub const OURS: &str = "redress";

/// How one check ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Passed {
    Yes,
    /// It holds, with a key so short that others could have made it.
    Weak,
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
            Passed::Weak => "policy",
            Passed::No => "fail",
            Passed::Unknown => "temperror",
            Passed::Unchecked => "none",
        }
    }

    /// The word for it: `mail-passed-{code}`.
    pub const fn code(self) -> &'static str {
        match self {
            Passed::Yes => "yes",
            Passed::Weak => "weak",
            Passed::No => "no",
            Passed::Unknown => "unknown",
            Passed::Unchecked => "unchecked",
        }
    }

    /// The one of this code; what nobody knows was not checked.
    pub fn named(code: &str) -> Passed {
        let all = [Passed::Yes, Passed::Weak, Passed::No, Passed::Unknown];
        let found = all.into_iter().find(|its| its.code() == code);
        found.unwrap_or_default()
    }

    fn read(result: &str) -> Passed {
        match result.to_ascii_lowercase().as_str() {
            "pass" => Passed::Yes,
            "policy" => Passed::Weak,
            "none" | "neutral" => Passed::Unchecked,
            "temperror" => Passed::Unknown,
            _ => Passed::No,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Verdict {
    pub spf: Passed,
    pub dkim: Passed,
    pub dmarc: Passed,
    /// The domain that DMARC looked at, in lower case: that of the address in `From:`, as
    /// whoever checked read it. Empty where nobody said.
    pub from: String,
    /// Whose signature held; empty for none.
    pub signer: String,
}

impl Verdict {
    pub const fn of(spf: Passed, dkim: Passed, dmarc: Passed) -> Verdict {
        Verdict {
            spf,
            dkim,
            dmarc,
            from: String::new(),
            signer: String::new(),
        }
    }

    pub fn about(mut self, from: &str) -> Verdict {
        self.from = domain(from);
        self
    }

    pub fn signed_by(mut self, signer: &str) -> Verdict {
        self.signer = domain(signer);
        self
    }

    /// The domain of this address answers for the message: DMARC passed, for this very
    /// domain. Whoever checked may have read another sender out of the message than we.
    pub fn proves(&self, address: &str) -> bool {
        let its = address.rsplit_once('@').map(|(_, its)| domain(its));
        let same = its.is_some_and(|its| !its.is_empty() && its == self.from);
        same && self.dmarc == Passed::Yes
    }

    /// The line in which we note it, above all that came with the message.
    pub fn header(&self, authserv_id: &str) -> String {
        let (spf, dkim, dmarc) = (self.spf.result(), self.dkim.result(), self.dmarc.result());
        let named = |property: &str, domain: &str| match domain {
            "" => String::new(),
            domain => format!(" {property}={domain}"),
        };
        let (signer, from) = (
            named("header.d", &self.signer),
            named("header.from", &self.from),
        );
        format!(
            "Authentication-Results: {authserv_id}; spf={spf}; dkim={dkim}{signer}; dmarc={dmarc}{from}\r\n"
        )
    }
}

/// As domains are compared and written; nothing where it could be anything else.
fn domain(text: &str) -> String {
    let text = text.trim().trim_end_matches('.').to_lowercase();
    let sound = |sign: char| sign.is_alphanumeric() || matches!(sign, '.' | '-' | '_');
    match text.chars().all(sound) {
        true => text,
        false => String::new(),
    }
}
