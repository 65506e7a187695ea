//! From facts to the case. One small function per noun; an entry that this
//! release cannot read is counted and never hides the rest.

use super::{parts::*, *};
use crate::facts::*;
use redress_kernel::{Entry, Erasable, deadline::Step, journal::Known, words::Arg};

impl Complaint {
    /// The case that these entries (of one subject, in order) add up to.
    pub fn fold(entries: &[Entry]) -> Complaint {
        let mut case = Complaint {
            cycle: 1,
            ..Complaint::default()
        };
        entries.iter().for_each(|entry| case.apply(entry));
        case
    }

    /// Adds one fact. Text in erased parts stays empty.
    pub fn apply(&mut self, entry: &Entry) {
        self.id = entry.about;
        self.version = entry.seq;
        match Happened::read(entry) {
            Ok(happened) => self.happen(entry, happened),
            Err(_) => self.unreadable += 1,
        }
        if entry.personal.is_erased() {
            self.erased.insert(entry.seq);
        }
    }

    fn happen(&mut self, e: &Entry, happened: Happened) {
        use Happened as H;
        match happened {
            H::Received(k) => self.received(e, k),
            H::ImportedHistory(k) => {
                let sentence = format!("imported-{}", k.fact.what);
                self.line(e, "imported-history")
                    .sentence(&sentence)
                    .says(text_of(&k.personal, |p| &p.text));
            }
            H::Supplemented(k) => self.supplemented(e, k),
            H::Corrected(k) => self.corrected(e, k),
            H::WithdrawnByComplainant(k) => {
                self.withdrawn_at = Some(e.at());
                self.needs_reply = true;
                self.line(e, "withdrawn")
                    .says(text_of(&k.personal, |p| &p.reason))
                    .look(Look::In);
            }
            H::Acknowledged(k) => self.acknowledged(e, k),
            H::Assessed(k) => self.assessed(e, k),
            H::ScopeDecided(k) => self.scope_decided(e, k),
            H::IssueAdded(k) => self.issue_added(e, k),
            H::IssueSet(k) => self.issue_set(e, k),
            H::Assigned(k) => self.assigned(e, k),
            H::Noted(k) => {
                self.line(e, "noted")
                    .says(text_of(&k.personal, |p| &p.text))
                    .look(Look::Note);
            }
            H::CallLogged(k) => self.call_logged(e, k),
            H::WaitingSet(k) => self.waiting_set(e, k),
            H::Linked(k) => self.linked(e, k),
            H::Unlinked(k) => {
                self.links.retain(|link| link.to != k.fact.to);
                self.line(e, "unlinked");
            }
            H::PersonConcernNamed(k) => self.concern_named(e, k),
            H::PersonConcernTold(k) => {
                self.concern(k.fact.number, |c| c.told_at = Some(e.at()));
                self.line(e, "person-concern-told")
                    .says(text_of(&k.personal, |p| &p.text))
                    .look(Look::Note);
            }
            H::PersonConcernHeard(k) => self.concern_heard(e, k),
            H::PersonConcernInformed(k) => {
                self.concern(k.fact.number, |c| c.informed_at = Some(e.at()));
                self.line(e, "person-concern-informed")
                    .says(text_of(&k.personal, |p| &p.text))
                    .look(Look::Note);
            }
            H::InvestigationPlanned(k) => self.planned(e, k),
            H::QuestionAsked(k) => self.asked(e, k),
            H::QuestionAnswered(k) => self.question_answered(e, k),
            H::EvidenceFiled(k) => self.evidence_filed(e, k),
            H::InterviewHeld(k) => self.interviewed(e, k),
            H::FindingRecorded(k) => self.found(e, k),
            H::RemedyProposed(k) => self.remedy_proposed(e, k),
            H::RemedyApproved(k) => {
                self.remedy_moved(e, k.fact.number, RemedyState::Approved, String::new())
            }
            H::RemedyDelivered(k) => {
                let on = k.fact.delivered_on;
                self.remedy_moved(
                    e,
                    k.fact.number,
                    RemedyState::Delivered,
                    text_of(&k.personal, |p| &p.text),
                );
                self.on_remedy(k.fact.number, |r| r.delivered_on = Some(on));
            }
            H::RemedyVerified(k) => {
                let state = if k.fact.right {
                    RemedyState::Verified
                } else {
                    RemedyState::Failed
                };
                self.remedy_moved(e, k.fact.number, state, text_of(&k.personal, |p| &p.text));
                self.on_remedy(k.fact.number, |r| {
                    r.verified_with = Some(k.fact.with.clone())
                });
            }
            H::RemedyCancelled(k) => {
                self.remedy_moved(
                    e,
                    k.fact.number,
                    RemedyState::Cancelled,
                    text_of(&k.personal, |p| &p.text),
                );
            }
            H::Decided(k) => self.decided(e, k),
            H::StaffInformed(k) => {
                self.decisions
                    .iter_mut()
                    .rev()
                    .take(1)
                    .for_each(|d| d.staff_informed = true);
                self.line(e, "staff-informed")
                    .says(text_of(&k.personal, |p| &p.text))
                    .look(Look::Note);
            }
            H::Accepted(k) => self.accepted(e, k),
            H::NotAccepted(k) => self.not_accepted(e, k),
            H::ReviewOpened(k) => self.review_opened(e, k),
            H::ReviewDecided(k) => self.review_decided(e, k),
            H::Referred(k) => self.referred(e, k),
            H::ReferralDecided(k) => self.referral_decided(e, k),
            H::RecourseEnded(k) => {
                self.line(e, "recourse-ended")
                    .key_arg("how", "recourse-ended", &k.fact.how)
                    .says(text_of(&k.personal, |p| &p.reason));
                self.recourse_ended = Some(k.fact.how);
            }
            H::Closed(k) => self.closed_by(e, k),
            H::Reopened(k) => self.reopened(e, k),
            H::MessageQueued(k) => self.queued(e, k),
            H::MessageSent(k) => self.sent(e, k),
            H::MessageWithdrawn(k) => {
                self.message_becomes(k.fact.message, MessageState::Withdrawn);
                self.decisions
                    .iter_mut()
                    .filter(|d| d.message == k.fact.message)
                    .for_each(|d| d.taken_back = true);
                self.line(e, "withdrawn-message");
            }
            H::MessageFailed(k) => {
                self.message_becomes(k.fact.message, MessageState::Failed);
                self.line(e, "send-failed");
            }
            H::MessageReceived(k) => self.message_received(e, k),
            H::Erased(k) => {
                self.line(e, "erased")
                    .arg("count", k.fact.entries.len())
                    .key_arg("basis", "erased-basis", &k.fact.basis);
            }
            H::Other => {}
        }
    }

    // 7.2 receipt

    fn received(&mut self, e: &Entry, k: Known<Received>) {
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
        self.external_id = fact.external_id;
        self.code_issue = fact.code_issue;
        self.continuing = fact.continuing;
        self.danger = fact.danger;
        self.reachable = fact.reachable;
        self.remedies_sought = fact.remedies_sought;
        self.due = fact.due;
        self.received_text(text);
    }

    fn received_text(&mut self, text: ReceivedText) {
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

    fn supplemented(&mut self, e: &Entry, k: Known<Supplemented>) {
        let gone = k.personal.is_erased();
        let text = k.personal.into_present().unwrap_or_default();
        self.keep_files(e, &k.fact.files, &text.files, true, gone);
        self.needs_reply = true;
        self.line(e, "supplemented")
            .says(text.text)
            .files(&k.fact.files)
            .look(Look::In);
    }

    fn corrected(&mut self, e: &Entry, k: Known<Corrected>) {
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
    }

    // 7.4, 7.5

    fn acknowledged(&mut self, e: &Entry, k: Known<Acknowledged>) {
        self.line(e, "acknowledged")
            .key_arg("way", "way", &k.fact.way);
        if self.acknowledged.is_none() {
            let ack = AckMade {
                way: k.fact.way,
                at: e.at(),
                by: e.actor,
                language: k.fact.language,
            };
            self.informed_at = Some(ack.at);
            self.acknowledged = Some(ack);
        }
    }

    fn assessed(&mut self, e: &Entry, k: Known<Assessed>) {
        let text = k.personal.into_present().unwrap_or_default();
        let f = k.fact;
        self.line(e, "assessed")
            .key_arg("priority", "priority", &f.priority)
            .says(text.rationale.clone());
        self.due.response = f.response_due.or(self.due.response);
        self.assessment = Some(Assessment {
            severity: f.severity,
            safety: f.safety,
            complexity: f.complexity,
            impact: f.impact,
            immediate_needed: f.immediate_needed,
            immediate_possible: f.immediate_possible,
            priority: f.priority,
            suggested: f.suggested,
            rationale: text.rationale,
            immediate_action: text.immediate_action,
            priority_reason: text.priority_reason,
            by: e.actor,
            at: e.at(),
        });
    }

    fn scope_decided(&mut self, e: &Entry, k: Known<ScopeDecided>) {
        let reason = text_of(&k.personal, |p| &p.reason);
        self.line(e, "scope-decided")
            .key_arg("scope", "scope", &k.fact.scope)
            .says(reason.clone());
        let ScopeDecided {
            scope,
            duplicate_of,
        } = k.fact;
        self.scope = Some(Scope {
            scope,
            duplicate_of,
            reason,
            by: e.actor,
            at: e.at(),
        });
    }

    fn issue_added(&mut self, e: &Entry, k: Known<IssueAdded>) {
        let text = k.personal.into_present().unwrap_or_default();
        self.line(e, "issue-added")
            .arg("number", i64::from(k.fact.number))
            .says(text.title.clone());
        self.issues.push(Issue {
            number: k.fact.number,
            category: k.fact.category,
            title: text.title,
            product: text.product,
            ..Issue::default()
        });
    }

    fn issue_set(&mut self, e: &Entry, k: Known<IssueSet>) {
        let text = k.personal.into_present().unwrap_or_default();
        let fact = k.fact;
        self.line(e, "issue-set")
            .arg("number", i64::from(fact.number));
        if let Some(issue) = self
            .issues
            .iter_mut()
            .find(|issue| issue.number == fact.number)
        {
            issue.category = fact.category.or(issue.category.take());
            issue.cause = fact.cause.or(issue.cause.take());
            replace_if_given(&mut issue.title, text.title);
            replace_if_given(&mut issue.product, text.product);
        }
    }

    // the work around it

    fn assigned(&mut self, e: &Entry, k: Known<Assigned>) {
        self.owner = k.fact.owner;
        self.unit = k.fact.unit.or(self.unit);
        match k.fact.owner {
            Some(owner) => self
                .line(e, "assigned")
                .arg("person", Arg::Key(format!("person:{owner}"))),
            None => self.line(e, "assigned").sentence("assigned-nobody"),
        };
    }

    fn call_logged(&mut self, e: &Entry, k: Known<CallLogged>) {
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

    fn waiting_set(&mut self, e: &Entry, k: Known<WaitingSet>) {
        let text = text_of(&k.personal, |p| &p.text);
        let sentence = format!("waiting-set-{}", k.fact.on.as_deref().unwrap_or("nobody"));
        self.line(e, "waiting-set")
            .sentence(&sentence)
            .says(text.clone());
        self.waiting = k.fact.on.map(|on| Waiting {
            on,
            until: k.fact.until,
            text,
            since: e.at(),
        });
    }

    fn linked(&mut self, e: &Entry, k: Known<Linked>) {
        self.line(e, "linked")
            .arg("reference", Arg::Latin(k.fact.reference.clone()))
            .key_arg("kind", "link", &k.fact.kind);
        self.links.retain(|link| link.to != k.fact.to);
        self.links.push(CaseLink {
            to: k.fact.to,
            reference: k.fact.reference,
            kind: k.fact.kind,
        });
    }

    // annex D: the person complained about

    fn concern_named(&mut self, e: &Entry, k: Known<PersonConcernNamed>) {
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

    fn concern_heard(&mut self, e: &Entry, k: Known<PersonConcernHeard>) {
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

    fn concern(&mut self, number: u32, change: impl FnOnce(&mut Concern)) {
        if let Some(concern) = self
            .concerns
            .iter_mut()
            .find(|concern| concern.number == number)
        {
            change(concern);
        }
    }

    // 7.6 investigation

    fn planned(&mut self, e: &Entry, k: Known<InvestigationPlanned>) {
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

    fn asked(&mut self, e: &Entry, k: Known<QuestionAsked>) {
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

    fn question_answered(&mut self, e: &Entry, k: Known<QuestionAnswered>) {
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

    fn evidence_filed(&mut self, e: &Entry, k: Known<EvidenceFiled>) {
        let gone = k.personal.is_erased();
        let text = k.personal.into_present().unwrap_or_default();
        self.keep_files(e, &k.fact.files, &text.files, false, gone);
        self.line(e, "evidence-filed")
            .says(text.text)
            .files(&k.fact.files)
            .look(Look::Note);
    }

    fn interviewed(&mut self, e: &Entry, k: Known<InterviewHeld>) {
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

    fn found(&mut self, e: &Entry, k: Known<FindingRecorded>) {
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

    // 7.7 remedies

    fn remedy_proposed(&mut self, e: &Entry, k: Known<RemedyProposed>) {
        let text = text_of(&k.personal, |p| &p.text);
        let f = k.fact;
        self.line(e, "remedy-proposed")
            .key_arg("remedy", "remedy", &f.remedy)
            .says(text.clone());
        self.remedies.push(Remedy {
            number: f.number,
            issue: f.issue,
            remedy: f.remedy,
            amount: f.amount,
            due_on: f.due_on,
            needs_approval: f.needs_approval,
            state: if f.needs_approval {
                RemedyState::Proposed
            } else {
                RemedyState::Approved
            },
            text,
            proposed_by: e.actor,
            approved_by: None,
            delivered_on: None,
            verified_with: None,
        });
    }

    fn remedy_moved(&mut self, e: &Entry, number: u32, state: RemedyState, text: String) {
        let remedy = self
            .remedy(number)
            .map(|r| r.remedy.clone())
            .unwrap_or_default();
        self.line(e, "remedy-moved")
            .sentence(&format!("remedy-{}", state.name()))
            .key_arg("remedy", "remedy", &remedy)
            .says(text);
        self.on_remedy(number, |r| {
            r.state = state;
            if state == RemedyState::Approved {
                r.approved_by = Some(e.actor);
            }
        });
    }

    fn on_remedy(&mut self, number: u32, change: impl FnOnce(&mut Remedy)) {
        if let Some(remedy) = self
            .remedies
            .iter_mut()
            .find(|remedy| remedy.number == number)
        {
            change(remedy);
        }
    }

    // 7.8 decision

    fn decided(&mut self, e: &Entry, k: Known<Decided>) {
        let text = k.personal.into_present().unwrap_or_default();
        self.line(e, "decided").says(text.summary.clone());
        for outcome in &k.fact.issues {
            if let Some(issue) = self
                .issues
                .iter_mut()
                .find(|issue| issue.number == outcome.issue)
            {
                issue.outcome = Some(outcome.outcome.clone());
            }
        }
        let Decided {
            cycle,
            issues,
            message,
            recourse_told,
        } = k.fact;
        self.decisions.push(Decision {
            cycle,
            issues,
            message,
            recourse_told,
            summary: text.summary,
            by: e.actor,
            at: e.at(),
            ..Decision::default()
        });
    }

    // 7.9 closing

    fn accepted(&mut self, e: &Entry, k: Known<Accepted>) {
        let reason = text_of(&k.personal, |p| &p.reason);
        self.line(e, "accepted").says(reason.clone()).look(Look::In);
        self.due.closure = k.fact.closure_due.or(self.due.closure);
        self.answers.push(Answer {
            accepted: true,
            reason,
            channel: k.fact.channel,
            at: e.at(),
            review_wanted: false,
        });
    }

    fn not_accepted(&mut self, e: &Entry, k: Known<NotAccepted>) {
        let reason = text_of(&k.personal, |p| &p.reason);
        self.line(e, "not-accepted")
            .says(reason.clone())
            .look(Look::In);
        self.needs_reply = true;
        let NotAccepted {
            channel,
            review_wanted,
        } = k.fact;
        self.answers.push(Answer {
            accepted: false,
            review_wanted,
            reason,
            channel,
            at: e.at(),
        });
    }

    fn review_opened(&mut self, e: &Entry, k: Known<ReviewOpened>) {
        let reason = text_of(&k.personal, |p| &p.reason);
        self.line(e, "review-opened")
            .arg("person", Arg::Key(format!("person:{}", k.fact.reviewer)))
            .says(reason.clone());
        self.due.response = k.fact.due_at.or(self.due.response);
        self.needs_reply = false;
        let ReviewOpened { reviewer, due_at } = k.fact;
        self.reviews.push(Review {
            reviewer,
            opened_at: e.at(),
            due_at,
            reason,
            ..Review::default()
        });
    }

    fn review_decided(&mut self, e: &Entry, k: Known<ReviewDecided>) {
        let reason = text_of(&k.personal, |p| &p.reason);
        self.line(e, "review-decided")
            .key_arg("outcome", "review-outcome", &k.fact.outcome)
            .says(reason.clone());
        if let Some(review) = self
            .reviews
            .iter_mut()
            .find(|review| review.outcome.is_none())
        {
            review.outcome = Some(k.fact.outcome);
            review.reason = reason;
            review.decided_at = Some(e.at());
        }
    }

    fn referred(&mut self, e: &Entry, k: Known<Referred>) {
        let referral = k.personal.into_present().unwrap_or_default();
        self.line(e, "referred")
            .arg("body", referral.body.clone())
            .says(referral.text.clone());
        let Referred { number, by } = k.fact;
        self.referrals.push(ReferralCase {
            number,
            by,
            body: referral.body,
            text: referral.text,
            referred_at: e.at(),
            outcome: None,
        });
    }

    fn referral_decided(&mut self, e: &Entry, k: Known<ReferralDecided>) {
        let text = text_of(&k.personal, |p| &p.text);
        self.line(e, "referral-decided")
            .key_arg("outcome", "referral-outcome", &k.fact.outcome)
            .says(text);
        if let Some(referral) = self
            .referrals
            .iter_mut()
            .find(|r| r.number == k.fact.number)
        {
            referral.outcome = Some(k.fact.outcome);
        }
    }

    fn closed_by(&mut self, e: &Entry, k: Known<Closed>) {
        let text = text_of(&k.personal, |p| &p.reason);
        self.line(e, "closed")
            .key_arg("reason", "close-reason", &k.fact.reason)
            .says(text.clone());
        self.waiting = None;
        self.needs_reply = false;
        let Closed {
            reason,
            corrective_action,
            overridden,
            follow_up_at,
        } = k.fact;
        self.closed = Some(Closure {
            reason,
            text,
            corrective_action,
            overridden,
            follow_up_at,
            by: e.actor,
            at: e.at(),
        });
    }

    fn reopened(&mut self, e: &Entry, k: Known<Reopened>) {
        self.line(e, "reopened")
            .says(text_of(&k.personal, |p| &p.reason));
        self.closed = None;
        self.withdrawn_at = None;
        self.recourse_ended = None;
        self.cycle = k.fact.cycle;
        self.reopened_at = Some(e.at());
        self.due.response = k.fact.response_due.or(self.due.response);
        self.due.update = k.fact.update_due.or(self.due.update);
        self.due.closure = None;
        self.issues
            .iter_mut()
            .for_each(|issue| issue.finding = None);
    }

    // telling

    fn queued(&mut self, e: &Entry, k: Known<MessageQueued>) {
        let gone = k.personal.is_erased();
        let letter = k.personal.into_present().unwrap_or_default();
        let f = k.fact;
        self.keep_files(e, &f.files, &letter.files, false, gone);
        self.line(e, "queued")
            .sentence(&format!("queued-{}", f.purpose))
            .says(letter.body.clone())
            .speaks(f.language)
            .of_message(f.message)
            .files(&f.files)
            .look(Look::Out);
        self.messages.push(CaseMessage {
            id: f.message,
            seq: e.seq,
            incoming: false,
            purpose: f.purpose,
            way: f.way,
            language: f.language,
            to: letter.to,
            name: letter.name,
            subject: letter.subject,
            body: letter.body,
            state: MessageState::Queued,
            send_at: f.send_at,
            at: e.at(),
            by: e.actor,
            files: f.files.iter().map(|file| file.file).collect(),
            next_update: f.next_update,
            response_due: f.response_due,
            erased: gone,
        });
    }

    fn sent(&mut self, e: &Entry, k: Known<MessageSent>) {
        let Some(message) = self
            .messages
            .iter_mut()
            .find(|message| message.id == k.fact.message)
        else {
            return;
        };
        message.state = MessageState::Sent;
        message.way = k.fact.way.clone();
        let (purpose, next, response) = (
            message.purpose.clone(),
            message.next_update,
            message.response_due,
        );
        self.due.response = response.or(self.due.response);
        self.decisions
            .iter_mut()
            .filter(|d| d.message == k.fact.message)
            .for_each(|d| d.told_at = Some(e.at()));
        if purpose != "staff" {
            self.informed(e.at(), next);
        }
        // The ways on that follow "I do not accept" go out by themselves and answer nobody.
        if matches!(purpose.as_str(), "reply" | "decision" | "update") {
            self.needs_reply = false;
        }
        self.line(e, "sent")
            .key_arg("way", "way", &k.fact.way)
            .of_message(k.fact.message);
    }

    fn message_received(&mut self, e: &Entry, k: Known<MessageReceived>) {
        let gone = k.personal.is_erased();
        let text = k.personal.into_present().unwrap_or_default();
        self.keep_files(e, &k.fact.files, &text.files, true, gone);
        self.needs_reply = true;
        if self.waiting.as_ref().is_some_and(|w| w.on == "complainant") {
            self.waiting = None;
        }
        let language = k.fact.language.unwrap_or(self.language);
        self.line(e, "message-received")
            .says(text.text.clone())
            .speaks(language)
            .files(&k.fact.files)
            .look(Look::In);
        self.messages.push(CaseMessage {
            id: e.id,
            seq: e.seq,
            incoming: true,
            purpose: "message".to_owned(),
            way: k.fact.channel,
            language,
            body: text.text,
            state: MessageState::Received,
            at: e.at(),
            by: e.actor,
            files: k.fact.files.iter().map(|file| file.file).collect(),
            erased: gone,
            ..CaseMessage::default()
        });
    }

    fn message_becomes(&mut self, id: redress_kernel::Id, state: MessageState) {
        self.messages
            .iter_mut()
            .filter(|m| m.id == id)
            .for_each(|m| m.state = state);
    }

    /// The complainant heard from us: the next update is counted from here.
    fn informed(
        &mut self,
        at: redress_kernel::Instant,
        next_update: Option<redress_kernel::Instant>,
    ) {
        self.informed_at = Some(at);
        self.due.update = next_update.or(self.due.update);
    }

    fn keep_files(
        &mut self,
        e: &Entry,
        files: &[Enclosed],
        names: &FileNames,
        from_complainant: bool,
        erased: bool,
    ) {
        self.files.extend(files.iter().map(|file| CaseFile {
            id: file.file,
            name: name_of(names, file.file),
            media: file.media.clone(),
            bytes: file.bytes,
            at: e.at(),
            from_complainant,
            erased,
        }));
    }

    /// Opens a line of the timeline; the builder methods fill it in.
    fn line(&mut self, e: &Entry, kind: &'static str) -> Line<'_> {
        let moment = Moment {
            seq: e.seq,
            kind,
            sentence: format!("timeline-{kind}"),
            args: Vec::new(),
            actor: e.actor,
            recorded_at: e.recorded_at,
            occurred_at: e.occurred_at,
            text: String::new(),
            language: None,
            look: Look::Tick,
            message: None,
            files: Vec::new(),
            erased: e.personal.is_erased(),
        };
        let at = self.timeline.len();
        self.timeline.push(moment);
        Line {
            timeline: &mut self.timeline,
            at,
        }
    }

    /// Was this step done in time? None while it is neither done nor late.
    pub fn in_time(&self, step: Step) -> Option<bool> {
        let (due, done) = match step {
            Step::Acknowledgement => (
                self.due.acknowledgement,
                self.acknowledged.as_ref().map(|a| a.at),
            ),
            Step::Assessment => (self.due.assessment, self.assessment.as_ref().map(|a| a.at)),
            Step::Response => (
                self.due.response,
                self.told_decision().and_then(|d| d.told_at),
            ),
            Step::Closure => (self.due.closure, self.closed.as_ref().map(|c| c.at)),
            Step::Update => return None,
        };
        Some(done? <= due?)
    }
}

/// A line of the timeline being written.
struct Line<'a> {
    timeline: &'a mut Vec<Moment>,
    at: usize,
}

impl Line<'_> {
    fn change(self, change: impl FnOnce(&mut Moment)) -> Self {
        if let Some(moment) = self.timeline.get_mut(self.at) {
            change(moment);
        }
        self
    }

    fn says(self, text: String) -> Self {
        self.change(|m| m.text = text)
    }

    fn sentence(self, key: &str) -> Self {
        self.change(|m| m.sentence = format!("timeline-{key}"))
    }

    fn arg(self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.change(|m| m.args.push((name, value.into())))
    }

    /// An argument that is itself a message: `{prefix}-{code}`.
    fn key_arg(self, name: &'static str, prefix: &str, code: &str) -> Self {
        self.arg(name, Arg::Key(format!("{prefix}-{code}")))
    }

    fn speaks(self, language: redress_kernel::Lang) -> Self {
        self.change(|m| m.language = Some(language))
    }

    fn look(self, look: Look) -> Self {
        self.change(|m| m.look = look)
    }

    fn of_message(self, id: redress_kernel::Id) -> Self {
        self.change(|m| m.message = Some(id))
    }

    fn files(self, files: &[Enclosed]) -> Self {
        self.change(|m| m.files = files.iter().map(|file| file.file).collect())
    }
}

fn text_of<P>(personal: &Erasable<P>, pick: impl Fn(&P) -> &String) -> String {
    personal.present().map(pick).cloned().unwrap_or_default()
}

fn replace_if_given(target: &mut String, given: String) {
    if !given.is_empty() {
        *target = given;
    }
}
