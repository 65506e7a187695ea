//! 5.4.1: found significant, told, confirmed, lifted; and what is marked sensitive.

use super::*;

impl Complaint {
    pub(super) fn significance_found(&mut self, e: &Entry, k: Known<SignificanceFound>) {
        let text = text_of(&k.personal, |p| &p.reason);
        let fact = k.fact;
        let sentence = match (fact.by_rule, fact.grounds.len() > 1) {
            (true, false) => "significance-found-by-rule",
            (true, true) => "significance-found-by-rule-more",
            (false, false) => "significance-found",
            (false, true) => "significance-found-more",
        };
        let first = fact.grounds.first().map_or("", String::as_str);
        self.line(e, "significance-found")
            .sentence(sentence)
            .key_arg("ground", "ground", first)
            .says(text)
            .look(Look::Note);
        let was_asked = self.significant.as_ref();
        let was_asked = was_asked.filter(|it| it.confirmed_at.is_none());
        // Until it is confirmed, the nearer moment holds.
        let confirm_by = was_asked.map_or(fact.confirm_by, |it| it.confirm_by.min(fact.confirm_by));
        let asked_at = was_asked.map_or(e.at(), |it| it.asked_at);
        self.grounds_known.extend(fact.grounds.iter().cloned());
        let it = self.significant.get_or_insert_with(|| Significant {
            since: e.at(),
            ..Significant::default()
        });
        for ground in fact.grounds {
            if !it.grounds.contains(&ground) {
                it.grounds.push(ground);
            }
        }
        it.confirm_by = confirm_by;
        it.asked_at = asked_at;
        it.confirmed_at = None;
        it.confirmed_by = None;
    }

    pub(super) fn significance_confirmed(&mut self, e: &Entry, k: Known<SignificanceConfirmed>) {
        let note = text_of(&k.personal, |p| &p.text);
        self.line(e, "significance-confirmed")
            .says(note.clone())
            .look(Look::Note);
        let Some(it) = &mut self.significant else {
            return;
        };
        if it.confirmed_at.is_none() {
            it.confirmed_at = Some(e.at());
            it.confirmed_by = Some(e.actor);
        }
        it.confirmations.push(Confirmation {
            by: e.actor,
            at: e.at(),
            note,
        });
    }

    pub(super) fn sensitivity_set(&mut self, e: &Entry, k: Known<SensitivitySet>) {
        let sentence = match k.fact.sensitive {
            true => "sensitivity-set",
            false => "sensitivity-taken-off",
        };
        self.line(e, "sensitivity-set")
            .sentence(sentence)
            .says(text_of(&k.personal, |p| &p.reason))
            .look(Look::Note);
        self.sensitive = k.fact.sensitive;
    }

    pub(super) fn significance_lifted(&mut self, e: &Entry, k: Known<SignificanceLifted>) {
        self.line(e, "significance-lifted")
            .says(text_of(&k.personal, |p| &p.reason))
            .look(Look::Note);
        self.significant = None;
    }

    pub(super) fn colleague_told(&mut self, e: &Entry, k: Known<ColleagueTold>) {
        let ColleagueTold {
            person,
            what,
            round,
            ..
        } = k.fact;
        let line = self.line(e, "colleague-told");
        let line = match round {
            Some(_) => {
                let name = reminding::named(&what);
                line.sentence("reminder-mailed")
                    .key_arg("obligation", "obligation", name)
            }
            None => line.key_arg("what", "told-of", &what),
        };
        line.arg("person", Arg::Key(format!("person:{person}")));
        self.told.push(Told {
            person,
            what,
            at: e.at(),
            round,
        });
    }
}
