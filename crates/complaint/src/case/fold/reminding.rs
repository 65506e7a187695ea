//! 7.3: somebody was told that an obligation falls due, or was missed.

use super::*;

impl Complaint {
    pub(super) fn reminded(&mut self, e: &Entry, fact: Reminded) {
        // The name of a pack's limit lies in the pack and not in the catalogue.
        let name = match fact.obligation.contains('/') {
            true => "limit",
            false => fact.obligation.as_str(),
        };
        self.line(e, "reminded")
            .sentence(&format!("reminded-{}", fact.rung))
            .key_arg("obligation", "obligation", name);
        let at = e.recorded_at;
        self.reminded.push(Reminding { at, fact });
    }
}
