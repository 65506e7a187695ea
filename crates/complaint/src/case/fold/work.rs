//! The work around it: owner, calls, waiting, links.

use super::*;

impl Complaint {
    pub(super) fn assigned(&mut self, e: &Entry, k: Known<Assigned>) {
        self.owner = k.fact.owner;
        if let Some(owner) = k.fact.owner {
            self.shown_to_owner(e, owner);
        }
        self.unit = k.fact.unit.or(self.unit);
        match k.fact.owner {
            Some(owner) => self
                .line(e, "assigned")
                .arg("person", Arg::Key(format!("person:{owner}"))),
            None => self.line(e, "assigned").sentence("assigned-nobody"),
        };
    }

    /// Whom it points to stands beside it: nobody else was told.
    pub(super) fn noted(&mut self, e: &Entry, k: Known<Noted>) {
        let line = self
            .line(e, "noted")
            .says(text_of(&k.personal, |p| &p.text))
            .look(Look::Note);
        if !k.fact.mentioned.is_empty() {
            let all: Vec<String> = k.fact.mentioned.iter().map(ToString::to_string).collect();
            line.sentence("noted-for")
                .arg("people", Arg::Key(format!("people:{}", all.join(" "))));
        }
    }

    pub(super) fn call_logged(&mut self, e: &Entry, k: Known<CallLogged>) {
        if k.fact.informed {
            self.informed(e.at(), k.fact.next_update);
        }
        let sentence = match (k.fact.direction.as_str(), k.fact.reached) {
            ("in", _) => "call-logged-in",
            (_, true) => "call-logged-out",
            (_, false) => "call-logged-missed",
        };
        self.line(e, "call-logged")
            .sentence(sentence)
            .says(text_of(&k.personal, |p| &p.text))
            .look(Look::Note);
    }

    pub(super) fn waiting_set(&mut self, e: &Entry, k: Known<WaitingSet>) {
        let text = text_of(&k.personal, |p| &p.text);
        let sentence = match (&k.fact.on, &k.fact.ended) {
            (Some(_), _) if k.fact.aside => "waiting-aside".to_owned(),
            (None, Some(why)) => format!("waiting-over-{why}"),
            (on, _) => format!("waiting-set-{}", on.as_deref().unwrap_or("nobody")),
        };
        self.line(e, "waiting-set")
            .sentence(&sentence)
            .says(text.clone());
        self.waiting = k.fact.on.map(|on| Waiting {
            on,
            until: k.fact.until,
            text,
            since: e.at(),
            aside: k.fact.aside,
            seq: e.seq,
        });
    }

    /// A word from the complainant ends the waiting for them, and brings back what
    /// was put aside for anybody.
    pub(super) fn comes_back(&mut self) {
        self.needs_reply = true;
        self.waiting = self
            .waiting
            .take()
            .filter(|waiting| waiting.on != "complainant")
            .map(|waiting| Waiting {
                aside: false,
                ..waiting
            });
    }

    pub(super) fn linked(&mut self, e: &Entry, k: Known<Linked>) {
        self.line(e, "linked")
            .arg("reference", Arg::Latin(k.fact.reference.clone()))
            .key_arg("kind", "link", &k.fact.kind)
            .of_complaint(k.fact.to);
        self.links.retain(|link| link.to != k.fact.to);
        self.links.push(CaseLink {
            to: k.fact.to,
            reference: k.fact.reference,
            kind: k.fact.kind,
        });
    }

    pub(super) fn split_off(&mut self, e: &Entry, k: Known<SplitOff>) {
        self.line(e, "split-off")
            .says(text_of(&k.personal, |p| &p.subject))
            .of_complaint(k.fact.into);
        let (gone, kept) = std::mem::take(&mut self.issues)
            .into_iter()
            .partition(|issue| k.fact.issues.contains(&issue.number));
        self.issues = kept;
        self.split_off.push(SplitPart {
            into: k.fact.into,
            issues: gone,
        });
    }

    /// The points stand where they stood before.
    pub(super) fn split_undone(&mut self, e: &Entry, k: Known<SplitUndone>) {
        self.line(e, "split-undone")
            .says(text_of(&k.personal, |p| &p.reason))
            .look(Look::Note);
        let (back, still) = std::mem::take(&mut self.split_off)
            .into_iter()
            .partition(|part| part.into == k.fact.into);
        self.split_off = still;
        let back: Vec<SplitPart> = back;
        self.issues
            .extend(back.into_iter().flat_map(|part| part.issues));
        self.issues.sort_by_key(|issue| issue.number);
    }
}
