//! A complaint as a value: what its facts add up to. Nothing in here is stored;
//! `Complaint::fold` makes it anew from the journal whenever somebody asks.

pub mod around;
mod due;
mod fold;
mod kept;
mod parts;
pub mod recount;
mod recourse;
mod significance;
mod stage;
#[cfg(test)]
mod tests;

pub use around::Around;
pub use parts::*;
pub use significance::{Confirmation, Significant, Told};
pub use stage::Stage;

use crate::facts::{DueDates, FileNames, Person, Pinned, Unconfirmed};
use redress_kernel::{
    Id, Instant, Lang, clock,
    excerpt::excerpt,
    person::{About, Sight},
    words::Arg,
};
use std::{borrow::Cow, collections::BTreeSet};

/// The whole case. Text is empty where it was never given or has been erased
/// (`erased` tells which).
#[derive(Debug, Clone, Default)]
pub struct Complaint {
    pub id: Id,
    /// Sequence number of the newest fact: the version that optimistic checks name.
    pub version: i64,
    pub reference: String,
    pub channel: String,
    pub language: Lang,
    pub needs: Vec<String>,
    pub unit: Option<Id>,
    pub anonymous: bool,
    pub received_at: Instant,
    pub recorded_at: Instant,
    pub recorded_by: Id,
    pub imported: bool,
    pub external_id: Option<String>,
    pub code_issue: u32,
    pub continuing: Option<bool>,
    pub danger: bool,
    pub reachable: Vec<String>,
    pub subject: String,
    pub description: String,
    /// When it happened, as the complainant put it.
    pub occurred: String,
    pub product: String,
    pub remedy_sought: String,
    pub remedies_sought: Vec<String>,
    pub complainant: Person,
    pub customer: Option<Person>,
    pub representative: Option<Person>,
    pub affected: Option<Person>,
    /// What was put right about these people since, as it stood before.
    pub former: Vec<Person>,
    pub authority: String,
    pub late_reason: String,
    /// A code, where a program handed it on and nobody wrote a reason.
    pub late_basis: Option<String>,
    /// Why nothing answers it by itself: a code.
    pub unanswered: Option<String>,
    /// Somebody confirms first that it is a complaint; None once somebody did.
    pub unconfirmed: Option<Unconfirmed>,
    /// Addresses from which letters came back.
    pub undeliverable: Vec<Undeliverable>,
    /// Since when the complainant wants no progress updates by e-mail.
    pub updates_stopped: Option<Instant>,
    pub issues: Vec<Issue>,
    pub acknowledged: Option<AckMade>,
    pub assessment: Option<Assessment>,
    pub scope: Option<Scope>,
    /// Nothing of it is to be found by its words.
    pub sensitive: bool,
    /// What is significant about it, and whether top management knows (5.4.1).
    pub significant: Option<Significant>,
    /// Every ground that was ever found, also after it was lifted.
    pub grounds_known: BTreeSet<String>,
    /// Which colleagues the house has written to.
    pub told: Vec<Told>,
    pub owner: Option<Id>,
    /// To whom the name of the complainant was shown, in order (4.10).
    pub shown: Vec<NameShown>,
    /// None: the case itself. Otherwise the case as these eyes see it: what they may not
    /// know is not in it, and nothing is decided on it.
    pub seen_with: Option<Sight>,
    pub waiting: Option<Waiting>,
    pub concerns: Vec<Concern>,
    /// Named by mistake: nothing follows from it any more, and it is not forgotten.
    pub unnamed: Vec<Unnamed>,
    /// The line above the people complained about: kept apart like them.
    pub above: Vec<Id>,
    /// Who declared an interest of their own.
    pub conflicts: Vec<Conflict>,
    /// Two persons opened it for these, for a time.
    pub opened_for: Vec<OpenedFor>,
    pub plan: Option<Plan>,
    /// Who declared to have no conflict of interest in this case (4.7, R01).
    pub impartial: BTreeSet<Id>,
    pub questions: Vec<AskedQuestion>,
    pub interviews: Vec<HeldInterview>,
    pub remedies: Vec<Remedy>,
    pub decisions: Vec<Decision>,
    pub answers: Vec<Answer>,
    pub reviews: Vec<Review>,
    pub referrals: Vec<ReferralCase>,
    pub recourse_ended: Option<String>,
    pub withdrawn_at: Option<Instant>,
    pub closed: Option<Closure>,
    /// 1 at first; each reopening adds one.
    pub cycle: u32,
    pub reopened_at: Option<Instant>,
    pub messages: Vec<CaseMessage>,
    pub files: Vec<CaseFile>,
    pub links: Vec<CaseLink>,
    /// Points that became complaints of their own.
    pub split_off: Vec<SplitPart>,
    /// The complaint from which this one was split.
    pub split_from: Option<Id>,
    pub due: DueDates,
    /// The rule packs of its day of receipt, and what has happened that their clocks heed.
    pub packs: Vec<Pinned>,
    pub happened: Vec<clock::Happened>,
    /// Whose public holidays changed while it was open.
    pub relisted: Vec<recount::Relisted>,
    /// The same, where only the clocks of one pack heed it.
    pub of_one_pack: Vec<(&'static str, clock::Happened)>,
    /// What people recorded because a clock heeds it, in order.
    pub limit_steps: Vec<LimitStep>,
    /// Each asked or granted extension of one clock, in order.
    pub extensions: Vec<Extension>,
    pub firsts: Firsts,
    /// When the complainant last heard how the case stands.
    pub informed_at: Option<Instant>,
    /// The complainant wrote or added something that nobody answered yet.
    pub needs_reply: bool,
    /// Who was told of what falls due or was missed, in order.
    pub reminded: Vec<Reminding>,
    /// The import that brought it in was undone.
    pub annulled_at: Option<Instant>,
    pub timeline: Vec<Moment>,
    /// Entries whose personal part is gone.
    pub erased: BTreeSet<i64>,
    /// When what the complainant had told was erased, with everything that followed.
    pub erased_at: Option<Instant>,
    /// Entries that this release cannot read; shown, never hidden.
    pub unreadable: usize,
    /// What stands around it; whoever finds a case to show or to decide reads it.
    pub around: Around,
}

impl Complaint {
    pub fn stage(&self) -> Stage {
        stage::stage(self)
    }

    pub fn is_open(&self) -> bool {
        self.closed.is_none()
    }

    /// True when it came in by an import that was undone: no list, no search and
    /// no figure knows it any more.
    pub fn annulled(&self) -> bool {
        self.annulled_at.is_some()
    }

    /// True while somebody has yet to confirm that it is a complaint, and when they
    /// decided that it is none: no list, no search and no figure knows it.
    pub fn is_unconfirmed(&self) -> bool {
        self.unconfirmed.is_some()
    }

    /// The complainant has a letter by which they confirm it themselves.
    pub fn is_asked_to_confirm(&self) -> bool {
        self.unconfirmed.as_ref().is_some_and(|it| it.asked)
    }

    /// In no list: taken back with its import, or not confirmed.
    pub fn unlisted(&self) -> bool {
        self.annulled() || self.is_unconfirmed()
    }

    pub fn about(&self) -> About {
        About {
            unit: self.unit,
            unit_path: self.unit_path(),
            owner: self.owner,
            subjects: self.concerns.iter().filter_map(|c| c.colleague).collect(),
            line: self.above.clone(),
            conflicts: self.conflicts.iter().map(|its| its.person).collect(),
            lifted: self.opened_for.iter().map(|its| its.person).collect(),
            earlier: self.first_level(),
            sampled: self.around.sampled.clone(),
            under_request: self.around.under_request,
            sensitive: self.sensitive,
            open: self.is_open(),
            ..About::default()
        }
    }

    /// The same at this moment: what was opened or shown for a time ends by the clock.
    pub fn about_at(&self, now: Instant) -> About {
        let still = self.opened_for.iter().filter(|its| now < its.until);
        About {
            lifted: still.map(|its| its.person).collect(),
            revealed: self.shown_now(now),
            ..self.about()
        }
    }

    /// Its unit and all above it.
    pub fn unit_path(&self) -> Vec<Id> {
        self.unit
            .map(|unit| self.around.units.path(unit))
            .unwrap_or_default()
    }

    /// To whom the name is shown now besides those who have the case.
    pub fn shown_now(&self, now: Instant) -> Vec<Id> {
        let still = |it: &&NameShown| it.until.is_some_and(|until| now < until);
        self.shown.iter().filter(still).map(|it| it.to).collect()
    }

    /// Did this person open it in the place of its owner, so that the name was shown?
    pub fn was_opened_in_place(&self, person: Id) -> bool {
        let looked = |it: &NameShown| it.to == person && it.why == NameShown::STANDS_IN;
        self.owner != Some(person) && self.shown.iter().any(looked)
    }

    /// Are name and address left out, because these eyes may not know them?
    pub fn is_masked(&self) -> bool {
        self.seen_with.is_some_and(|sight| !sight.identity)
    }

    /// Everybody who is kept apart from it (R01): the people complained about, the line
    /// above them, and whoever declared a conflict. No list holds it for them.
    pub fn kept_apart(&self) -> BTreeSet<Id> {
        let about = self.concerns.iter().filter_map(|c| c.colleague);
        let conflicts = self.conflicts.iter().map(|its| its.person);
        about
            .chain(self.above.iter().copied())
            .chain(conflicts)
            .collect()
    }

    /// Whoever worked on the answer or had the case in hand then: none of them may
    /// review it (R04).
    fn first_level(&self) -> Vec<Id> {
        const WORK: [&str; 6] = [
            "investigation-planned",
            "question-asked",
            "interview-held",
            "finding-recorded",
            "remedy-approved",
            "decided",
        ];
        let did = |moment: &&Moment| WORK.contains(&moment.kind);
        let mut people: Vec<Id> = self.timeline.iter().filter(did).map(|m| m.actor).collect();
        people.extend(
            self.decisions
                .iter()
                .flat_map(|d| d.owner.into_iter().chain([d.by])),
        );
        people.extend(self.plan.iter().map(|p| p.by));
        people.extend(self.issues.iter().filter_map(|i| i.found_by));
        people.extend(self.remedies.iter().filter_map(|r| r.approved_by));
        people.sort();
        people.dedup();
        people
    }

    /// The complaint under which this one is investigated together with others.
    pub fn lead(&self) -> Option<&CaseLink> {
        self.links.iter().find(|link| link.kind == "common-cause")
    }

    /// The complaints that are investigated under this one.
    pub fn members(&self) -> impl Iterator<Item = &CaseLink> {
        self.links.iter().filter(|link| link.kind == "leads")
    }

    pub fn issue(&self, number: u32) -> Option<&Issue> {
        self.issues.iter().find(|issue| issue.number == number)
    }

    /// Somebody did something to it since it came in; what the house does by itself,
    /// and being linked, is no work.
    pub fn is_worked_on(&self) -> bool {
        const BY_ITSELF: [&str; 5] = [
            "received",
            "linked",
            "unlinked",
            "issue-added",
            "identity-shown",
        ];
        self.timeline
            .iter()
            .any(|moment| moment.actor != Id::SYSTEM && !BY_ITSELF.contains(&moment.kind))
    }

    pub fn remedy(&self, number: u32) -> Option<&Remedy> {
        self.remedies.iter().find(|remedy| remedy.number == number)
    }

    pub fn message(&self, id: Id) -> Option<&CaseMessage> {
        self.messages.iter().find(|message| message.id == id)
    }

    pub fn file(&self, id: Id) -> Option<&CaseFile> {
        self.files.iter().find(|file| file.id == id)
    }

    pub fn priority(&self) -> &str {
        self.assessment.as_ref().map_or("", |a| a.priority.as_str())
    }

    /// The decision now in force: the newest whose letter was not taken back.
    pub fn decision(&self) -> Option<&Decision> {
        self.decisions.iter().rev().find(|d| !d.taken_back)
    }

    /// The decision whose letter has reached the complainant.
    pub fn told_decision(&self) -> Option<&Decision> {
        self.decision().filter(|d| d.told_at.is_some())
    }

    /// The complainant's newest answer to the decision now in force.
    pub fn answer(&self) -> Option<&Answer> {
        let since = self.told_decision()?.told_at?;
        self.answers.iter().rev().find(|answer| answer.at >= since)
    }

    pub fn open_review(&self) -> Option<&Review> {
        self.reviews.iter().find(|review| review.outcome.is_none())
    }

    pub fn open_referral(&self) -> Option<&ReferralCase> {
        self.referrals
            .iter()
            .find(|referral| referral.outcome.is_none())
    }

    /// To whom words about this case are addressed: the representative if there is one.
    pub fn correspondent(&self) -> &Person {
        self.representative
            .as_ref()
            .filter(|p| !p.is_empty())
            .unwrap_or(&self.complainant)
    }

    /// Did letters to this address come back?
    pub fn came_back(&self, address: &str) -> Option<&Undeliverable> {
        let mut all = self.undeliverable.iter().rev();
        all.find(|its| its.address.eq_ignore_ascii_case(address.trim()))
    }

    /// Name for lists: the complainant's, or nothing for an anonymous or erased one.
    pub fn complainant_name(&self) -> &str {
        &self.complainant.name
    }

    /// What it is about, in one line: the subject, else how the story begins.
    pub fn subject_line(&self) -> Cow<'_, str> {
        if self.subject.is_empty() {
            first_line(&self.description)
        } else {
            Cow::Borrowed(&self.subject)
        }
    }

    /// Until the answer stands, and again for whoever does not accept it: they wait for
    /// us, unless a body outside has it now.
    pub fn owes_updates(&self) -> bool {
        let answered = self.standing_decision().is_some() && self.open_review().is_none();
        let refused =
            self.is_rejected() && self.recourse_ended.is_none() && self.open_referral().is_none();
        self.is_open() && (!answered || refused)
    }
}

/// So long is a line that stands for a whole text.
const LINE_MAX: usize = 120;

/// The first line of a text; a longer one ends behind a word.
pub fn first_line(text: &str) -> Cow<'_, str> {
    let line = text
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or_default()
        .trim();
    excerpt(line, LINE_MAX)
}

/// One line of the timeline: a sentence of the catalogue and, for what people
/// wrote, their text in its own language.
#[derive(Debug, Clone)]
pub struct Moment {
    pub seq: i64,
    /// The fact's kind; the sentence is `timeline-{kind}`, or `sentence` where a kind has several.
    pub kind: &'static str,
    pub sentence: String,
    pub args: Vec<(&'static str, Arg)>,
    pub actor: Id,
    pub recorded_at: Instant,
    /// When it happened as claimed, if that differs from recording.
    pub occurred_at: Option<Instant>,
    pub text: String,
    /// What the text answers: folded away.
    pub quoted: String,
    /// The language of `text`, where known.
    pub language: Option<Lang>,
    pub look: Look,
    pub message: Option<Id>,
    /// Another complaint that this line tells of; who may not see that one does not
    /// get the line either.
    pub other: Option<Id>,
    pub files: Vec<Id>,
    pub erased: bool,
}

/// How a line is drawn: a quiet tick, or a box of one of three kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Look {
    #[default]
    Tick,
    /// From the complainant.
    In,
    /// To the complainant.
    Out,
    /// Internal: a note, a call, an interview.
    Note,
}

/// Names and salts of enclosed files, read together with their record half.
pub(crate) fn name_of(names: &FileNames, file: Id) -> String {
    names.file_names.get(&file).cloned().unwrap_or_default()
}
