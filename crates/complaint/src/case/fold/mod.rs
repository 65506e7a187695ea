//! From facts to the case. One small function per noun; an entry that this
//! release cannot read is counted and never hides the rest.

mod answer;
mod assessment;
mod closing;
mod identity;
mod investigation;
mod limits;
mod line;
mod objectivity;
mod receipt;
mod reminding;
mod significance;
mod telling;
mod work;

use super::{parts::*, *};
use crate::facts::*;
use line::{Line, replace_if_given, text_of};
use redress_kernel::{Entry, Erasable, deadline::Step, journal::Known, words::Arg};

impl Complaint {
    /// The case that these entries (of one subject, in order) add up to.
    pub fn fold(entries: &[Entry]) -> Complaint {
        Complaint::fold_with(entries, &[] as &[recount::Recount])
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
        self.clocks_hear(e, &happened);
        match happened {
            H::Received(k) => self.received(e, k),
            H::Confirmed(k) => self.confirmed(e, k),
            H::Dismissed(k) => self.dismissed(e, k),
            H::ImportedHistory(k) => self.imported(e, k),
            H::Supplemented(k) => self.supplemented(e, k),
            H::Corrected(k) => self.corrected(e, k),
            H::WithdrawnByComplainant(k) => {
                self.withdrawn_at = Some(e.at());
                self.comes_back();
                self.line(e, "withdrawn")
                    .says(text_of(&k.personal, |p| &p.reason))
                    .look(Look::In);
            }
            H::Acknowledged(k) => self.acknowledged(e, k),
            H::Assessed(k) => self.assessed(e, k),
            H::ScopeDecided(k) => self.scope_decided(e, k),
            H::IssueAdded(k) => self.issue_added(e, k),
            H::IssueSet(k) => self.issue_set(e, k),
            H::SignificanceFound(k) => self.significance_found(e, k),
            H::SignificanceConfirmed(k) => self.significance_confirmed(e, k),
            H::SensitivitySet(k) => self.sensitivity_set(e, k),
            H::SignificanceLifted(k) => self.significance_lifted(e, k),
            H::ColleagueTold(k) => self.colleague_told(e, k),
            H::Assigned(k) => self.assigned(e, k),
            H::Noted(k) => self.noted(e, k),
            H::CallLogged(k) => self.call_logged(e, k),
            H::WaitingSet(k) => self.waiting_set(e, k),
            H::Linked(k) => self.linked(e, k),
            H::Unlinked(k) => {
                self.links.retain(|link| link.to != k.fact.to);
                self.line(e, "unlinked").of_complaint(k.fact.to);
            }
            H::SplitOff(k) => self.split_off(e, k),
            H::SplitUndone(k) => self.split_undone(e, k),
            H::PersonConcernNamed(k) => self.concern_named(e, k),
            H::PersonConcernUnnamed(k) => self.concern_unnamed(e, k),
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
            H::LineDrawn(k) => self.line_drawn(e, k),
            H::ConflictDeclared(k) => self.conflict_declared(e, k),
            H::ConflictLifted(k) => self.conflict_lifted(e, k),
            H::GlassBroken(k) => self.glass_broken(e, k),
            H::GlassClosed(k) => self.glass_closed(e, k),
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
                self.step_left(k.fact.message, None);
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
            H::MessageRequeued(k) => self.requeued(e, k),
            H::MessageBounced(k) => self.bounced(e, &k.fact),
            H::MessageReceived(k) => self.message_received(e, k),
            H::UpdatesByMail(k) => self.updates_by_mail(e, &k.fact),
            H::Reminded(k) => self.reminded(e, k.fact),
            H::LimitMoved(k) => self.limit_moved(e, k),
            H::ExtensionAsked(k) => self.extension_asked(e, k),
            H::ExtensionRefused(k) => self.extension_refused(e, k),
            H::Extended(k) => self.extended(e, k),
            H::KindsSet(k) => self.kinds_set(e, k),
            H::IdentityShown(k) => self.identity_shown(e, k),
            H::Erased(k) => {
                let first = self.timeline.first().map(|moment| moment.seq);
                if first.is_some_and(|first| k.fact.entries.contains(&first)) {
                    self.erased_at = Some(e.at());
                }
                self.line(e, "erased")
                    .arg("count", k.fact.entries.len())
                    .key_arg("basis", "erased-basis", &k.fact.basis);
            }
            H::Annulled(_) => {
                self.annulled_at = Some(e.at());
                self.line(e, "annulled");
            }
            H::CaseExported(k) => {
                self.line(e, "case-exported")
                    .sentence(k.fact.sentence())
                    .arg("language", k.fact.language.own_name());
            }
            H::Other => {}
        }
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
            quoted: String::new(),
            language: None,
            look: Look::Tick,
            message: None,
            other: None,
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
