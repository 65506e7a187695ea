//! 7.3: somebody was told that an obligation falls due, or was missed.

use super::*;

impl Complaint {
    pub(super) fn reminded(&mut self, e: &Entry, fact: Reminded) {
        let name = named(&fact.obligation);
        self.line(e, "reminded")
            .sentence(&format!("reminded-{}", fact.rung))
            .key_arg("obligation", "obligation", name);
        let at = e.recorded_at;
        self.reminded.push(Reminding { at, fact });
    }
}

/// The name of a pack's limit lies in the pack and not in the catalogue.
pub(super) fn named(code: &str) -> &str {
    if code.contains('/') { "limit" } else { code }
}
