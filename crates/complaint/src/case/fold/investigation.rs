//! 7.6, and the person complained about (annex D).

use super::*;

impl Complaint {
    pub(super) fn concern_named(&mut self, e: &Entry, k: Known<PersonConcernNamed>) {
        let name = text_of(&k.personal, |p| &p.name);
        self.line(e, "person-concern-named").look(Look::Note);
        let PersonConcernNamed { number, colleague } = k.fact;
        self.concerns.push(Concern {
            number,
            colleague,
            name,
            ..Concern::default()
        });
    }

    pub(super) fn concern_unnamed(&mut self, e: &Entry, k: Known<PersonConcernUnnamed>) {
        let reason = text_of(&k.personal, |p| &p.reason);
        self.line(e, "person-concern-unnamed")
            .says(reason.clone())
            .look(Look::Note);
        let number = k.fact.number;
        let at = self.concerns.iter().position(|c| c.number == number);
        if let Some(concern) = at.map(|at| self.concerns.remove(at)) {
            self.unnamed.push(Unnamed {
                number,
                colleague: concern.colleague,
                name: concern.name,
                reason,
                at: e.at(),
            });
        }
    }

    pub(super) fn concern_heard(&mut self, e: &Entry, k: Known<PersonConcernHeard>) {
        let account = text_of(&k.personal, |p| &p.text);
        self.line(e, "person-concern-heard")
            .says(account.clone())
            .look(Look::Note);
        self.concern(k.fact.number, |c| {
            c.heard_at = Some(e.at());
            c.declined = k.fact.declined;
            c.account = account;
        });
    }

    pub(super) fn concern(&mut self, number: u32, change: impl FnOnce(&mut Concern)) {
        if let Some(concern) = self
            .concerns
            .iter_mut()
            .find(|concern| concern.number == number)
        {
            change(concern);
        }
    }

    pub(super) fn planned(&mut self, e: &Entry, k: Known<InvestigationPlanned>) {
        let text = text_of(&k.personal, |p| &p.text);
        self.line(e, "investigation-planned")
            .says(text.clone())
            .look(Look::Note);
        if k.fact.impartial {
            self.impartial.insert(e.actor);
        }
        self.plan = Some(Plan {
            text,
            by: e.actor,
            at: e.at(),
            due_at: k.fact.due_at,
        });
    }

    pub(super) fn asked(&mut self, e: &Entry, k: Known<QuestionAsked>) {
        let q = k.personal.into_present().unwrap_or_default();
        self.line(e, "question-asked")
            .arg("to", q.to.clone())
            .says(q.text.clone())
            .look(Look::Note);
        let QuestionAsked { number, due_at } = k.fact;
        self.questions.push(AskedQuestion {
            number,
            to: q.to,
            text: q.text,
            due_at,
            asked_at: e.at(),
            answer: None,
        });
    }

    pub(super) fn question_answered(&mut self, e: &Entry, k: Known<QuestionAnswered>) {
        let text = text_of(&k.personal, |p| &p.text);
        self.line(e, "question-answered")
            .says(text.clone())
            .look(Look::Note);
        if let Some(question) = self
            .questions
            .iter_mut()
            .find(|q| q.number == k.fact.number)
        {
            question.answer = Some((e.at(), text));
        }
    }

    pub(super) fn evidence_filed(&mut self, e: &Entry, k: Known<EvidenceFiled>) {
        let gone = k.personal.is_erased();
        let text = k.personal.into_present().unwrap_or_default();
        self.keep_files(e, &k.fact.files, &text.files, false, gone);
        self.line(e, "evidence-filed")
            .says(text.text)
            .files(&k.fact.files)
            .look(Look::Note);
    }

    pub(super) fn interviewed(&mut self, e: &Entry, k: Known<InterviewHeld>) {
        let held = k.personal.into_present().unwrap_or_default();
        self.line(e, "interview-held")
            .arg("with", held.with.clone())
            .says(held.text.clone())
            .look(Look::Note);
        self.interviews.push(HeldInterview {
            with: held.with,
            held_at: k.fact.held_at,
            text: held.text,
        });
    }

    pub(super) fn found(&mut self, e: &Entry, k: Known<FindingRecorded>) {
        let reason = text_of(&k.personal, |p| &p.text);
        self.line(e, "finding-recorded")
            .arg("number", i64::from(k.fact.issue))
            .key_arg("finding", "outcome", &k.fact.finding)
            .says(reason.clone())
            .look(Look::Note);
        if let Some(issue) = self
            .issues
            .iter_mut()
            .find(|issue| issue.number == k.fact.issue)
        {
            issue.finding = Some(k.fact.finding);
            issue.cause = k.fact.cause.or(issue.cause.take());
            issue.reason = reason;
            issue.found_by = Some(e.actor);
        }
    }
}
