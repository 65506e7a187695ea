//! 7.2: what was received, added, corrected.

use super::*;

impl Complaint {
    pub(super) fn received(&mut self, e: &Entry, k: Known<Received>) {
        let gone = k.personal.is_erased();
        let text = k.personal.into_present().unwrap_or_default();
        let fact = k.fact;
        self.keep_files(e, &fact.files, &text.files, true, gone);
        self.issues = vec![Issue {
            number: 1,
            category: fact.category.clone(),
            product: text.product.clone(),
            ..Issue::default()
        }];
        self.line(e, "received")
            .key_arg("channel", "channel", &fact.channel)
            .says(text.description.clone())
            .files(&fact.files)
            .speaks(fact.language)
            .look(Look::In);
        self.reference = fact.reference;
        self.channel = fact.channel;
        self.language = fact.language;
        self.needs = fact.needs;
        self.unit = fact.unit;
        self.anonymous = fact.anonymous;
        self.received_at = fact.received_at;
        self.recorded_at = e.recorded_at;
        self.recorded_by = e.actor;
        self.imported = fact.import.is_some();
        self.split_from = fact.split_from;
        self.external_id = fact.external_id;
        self.late_basis = fact.late_basis;
        self.unanswered = fact.unanswered;
        self.unconfirmed = fact.unconfirmed;
        self.code_issue = fact.code_issue;
        self.continuing = fact.continuing;
        self.danger = fact.danger;
        self.reachable = fact.reachable;
        self.remedies_sought = fact.remedies_sought;
        self.due = fact.due;
        self.packs = fact.packs;
        if !self.packs.is_empty() {
            self.clocks_begin(fact.received_at);
        }
        self.received_text(text);
        self.shown_to_recorder(e);
    }

    pub(super) fn confirmed(&mut self, e: &Entry, k: Known<Confirmed>) {
        self.unconfirmed = None;
        self.closed = None;
        self.line(e, "confirmed")
            .key_arg("how", "confirmed-how", &k.fact.how);
    }

    /// Closed, so that it is kept no longer than other things that are no complaint;
    /// still unconfirmed, so that no figure knows it.
    pub(super) fn dismissed(&mut self, e: &Entry, k: Known<Dismissed>) {
        let text = text_of(&k.personal, |p| &p.reason);
        self.line(e, "dismissed").says(text.clone());
        self.closed = Some(Closure {
            reason: "not-a-complaint".to_owned(),
            text,
            corrective_action: false,
            overridden: Vec::new(),
            follow_up_at: None,
            by: e.actor,
            at: e.at(),
        });
    }

    pub(super) fn received_text(&mut self, text: ReceivedText) {
        self.subject = text.subject;
        self.description = text.description;
        self.occurred = text.occurred;
        self.product = text.product;
        self.remedy_sought = text.remedy_sought;
        self.complainant = text.complainant;
        self.customer = text.customer;
        self.representative = text.representative;
        self.affected = text.affected;
        self.authority = text.authority;
        self.late_reason = text.late_reason;
    }

    pub(super) fn supplemented(&mut self, e: &Entry, k: Known<Supplemented>) {
        let gone = k.personal.is_erased();
        let text = k.personal.into_present().unwrap_or_default();
        self.keep_files(e, &k.fact.files, &text.files, true, gone);
        self.comes_back();
        self.line(e, "supplemented")
            .says(text.text)
            .files(&k.fact.files)
            .look(Look::In);
    }

    pub(super) fn corrected(&mut self, e: &Entry, k: Known<Corrected>) {
        let fact = k.fact;
        let text = k.personal.into_present().unwrap_or_default();
        self.line(e, "corrected").says(text.reason.clone());
        self.language = fact.language.unwrap_or(self.language);
        self.needs = fact.needs.unwrap_or(std::mem::take(&mut self.needs));
        self.unit = fact.unit.or(self.unit);
        self.reachable = fact
            .reachable
            .unwrap_or(std::mem::take(&mut self.reachable));
        self.code_issue = fact.code_issue.unwrap_or(self.code_issue);
        let before: Vec<Person> = self.people().cloned().collect();
        self.subject = text.subject.unwrap_or(std::mem::take(&mut self.subject));
        self.product = text.product.unwrap_or(std::mem::take(&mut self.product));
        self.complainant = text
            .complainant
            .unwrap_or(std::mem::take(&mut self.complainant));
        self.customer = text.customer.or(self.customer.take());
        self.representative = text.representative.or(self.representative.take());
        self.affected = text.affected.or(self.affected.take());
        self.authority = text
            .authority
            .unwrap_or(std::mem::take(&mut self.authority));
        // What was written before names them as they were called then.
        let other = |was: &Person| !was.is_empty() && self.people().all(|now| now != was);
        let former: Vec<Person> = before.into_iter().filter(other).collect();
        self.former.extend(former);
    }

    /// Everybody outside whom it names, as they are called now.
    pub(crate) fn people(&self) -> impl Iterator<Item = &Person> {
        let others = [&self.customer, &self.representative, &self.affected];
        std::iter::once(&self.complainant).chain(others.into_iter().flatten())
    }

    /// What another system says happened; a note there stays a note here.
    pub(super) fn imported(&mut self, e: &Entry, k: Known<ImportedHistory>) {
        let what = k.fact.what.as_str();
        let look = match what {
            "message" => Look::In,
            "reply" => Look::Out,
            "note" => Look::Note,
            _ => Look::Tick,
        };
        let author = text_of(&k.personal, |p| &p.author);
        let sentence = match (look, author.is_empty()) {
            (Look::Tick, _) | (_, true) => format!("imported-{what}"),
            _ => format!("imported-{what}-by"),
        };
        self.line(e, "imported-history")
            .sentence(&sentence)
            .arg("author", author)
            .says(text_of(&k.personal, |p| &p.text))
            .look(look);
        match look {
            Look::In => self.needs_reply = true,
            Look::Out => {
                self.needs_reply = false;
                self.informed(e.at(), None);
            }
            _ => {}
        }
    }
}
