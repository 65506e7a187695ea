//! The follow-up pages, from values to HTML.

use super::{
    act::{DETAILS_FIELDS, INFORMATION_FIELDS, MESSAGE_FIELDS, WITHDRAWAL_FIELDS, asked},
    choice,
    door::FORM,
    letters::letters,
    word::word,
};
use crate::tracking::status::{Progress, Status, Step, status as standing};
use askama::Template;
use redress_complaint::{
    Complaint, House, Stage,
    case::{CaseFile, MessageState},
};
use redress_kernel::{Instant, Organisation, fields::Fields};
use redress_web::{
    Html, Visit, Voice,
    form::{self, Options},
};

#[derive(Template)]
#[template(path = "tracking/follow/ask.html")]
struct AskPage<'a> {
    t: &'a Voice,
    problems: Html,
    fields: Html,
}

pub fn ask(visit: &Visit, fields: &Fields) -> Html {
    let t = visit.voice();
    let body = Html::from_template(&AskPage {
        t: &t,
        problems: form::summary(&t, fields, &Options::default()),
        fields: form::draw(&t, FORM, fields, &Options::default()),
    });
    let title = t.say("follow-title");
    visit.page().public(&form::title(&t, &title, fields), body)
}

#[derive(Template)]
#[template(path = "tracking/follow/wait.html")]
struct WaitPage<'a> {
    t: &'a Voice,
    organisation: &'a Organisation,
}

pub fn wait(visit: &Visit) -> Html {
    let t = visit.voice();
    let body = Html::from_template(&WaitPage {
        t: &t,
        organisation: &visit.organisation,
    });
    visit.page().public(&t.say("follow-wait-title"), body)
}

/// What was typed into the forms of the page and is shown again.
#[derive(Default)]
pub struct Typed {
    pub message: Fields,
    pub information: Fields,
    pub answer: Fields,
}

#[derive(Template)]
#[template(path = "tracking/follow/status.html")]
struct StatusPage<'a> {
    t: &'a Voice,
    case: &'a Complaint,
    standing: Status,
    done: Option<String>,
    problems: Html,
    /// The answer that counts, when there is one.
    told: Option<Html>,
    /// What they said to it.
    word: Option<Html>,
    messages: Vec<Html>,
    files: Vec<&'a CaseFile>,
    /// When the answer date moved, and the letter that tells why.
    moved: Option<Instant>,
    asked_to_answer: bool,
    /// A review has been: there is no second one in the house.
    reviewed: bool,
    /// Where else to turn, while that is a question.
    outside: &'a str,
    answer: Html,
    message: Html,
    information: Html,
    message_open: bool,
    information_open: bool,
    /// Whether updates come by e-mail, for whom they could.
    updates: Option<Html>,
    open: bool,
}

pub fn status(house: &House, visit: &Visit, case: &Complaint, typed: &Typed) -> Html {
    let t = visit.voice();
    let organisation: &Organisation = &visit.organisation;
    let questions = asked(case);
    let letters = letters(&t, house, case);
    let asked_to_answer =
        case.is_open() && case.standing_decision().is_some() && case.standing_answer().is_none();
    let in_question = case.is_open() && (asked_to_answer || case.is_rejected());
    let draw = |declared, fields| form::draw(&t, declared, fields, &Options::default());
    let all = [&typed.answer, &typed.message, &typed.information];
    let body = Html::from_template(&StatusPage {
        t: &t,
        case,
        standing: standing(case, organisation),
        done: done(&t, visit),
        problems: all
            .iter()
            .map(|fields| form::summary(&t, fields, &Options::default()))
            .collect(),
        told: letters.answer,
        word: word(&t, case, organisation),
        messages: letters.others,
        files: files(case),
        moved: case
            .messages
            .iter()
            .rev()
            .find(|m| m.purpose == "delay" && m.state == MessageState::Sent)
            .map(|m| m.at),
        asked_to_answer,
        reviewed: case.is_reviewed(),
        outside: if in_question {
            organisation.outside_body(t.lang())
        } else {
            ""
        },
        answer: draw(questions.as_slice(), &typed.answer),
        message: draw(MESSAGE_FIELDS, &typed.message),
        information: draw(INFORMATION_FIELDS, &typed.information),
        message_open: !typed.message.problems().is_empty(),
        information_open: !typed.information.problems().is_empty(),
        updates: choice::offered(&t, case),
        open: case.is_open(),
    });
    let wrong = all
        .into_iter()
        .find(|fields| !fields.problems().is_empty())
        .cloned()
        .unwrap_or_default();
    let title = t.code("stage", case.stage().name());
    visit.page().public(&form::title(&t, &title, &wrong), body)
}

const DONE: &[&str] = &[
    "message",
    "information",
    "accepted",
    "not-accepted",
    "withdrawn",
    "details",
    "updates-stopped",
    "updates-again",
];

fn done(t: &Voice, visit: &Visit) -> Option<String> {
    let done = DONE
        .iter()
        .find(|done| visit.query("done") == Some(**done))?;
    Some(t.code("follow-done", done))
}

/// Files that are the complainant's to see.
pub fn files(case: &Complaint) -> Vec<&CaseFile> {
    let told = |file: &CaseFile| {
        let mut sent = case
            .messages
            .iter()
            .filter(|m| m.state == MessageState::Sent);
        sent.any(|m| m.files.contains(&file.id))
    };
    case.files
        .iter()
        .filter(|file| !file.erased && (file.from_complainant || told(file)))
        .collect()
}

impl StatusPage<'_> {
    fn class(&self, step: &Step) -> &'static str {
        match step.progress {
            Progress::Done => "done",
            Progress::Now => "now",
            Progress::Ahead => "ahead",
        }
    }

    fn is_now(&self, step: &Step) -> bool {
        step.progress == Progress::Now
    }

    fn can_withdraw(&self) -> bool {
        self.open && self.case.withdrawn_at.is_none() && self.standing.stage != Stage::Closed
    }

    fn link(&self, file: &CaseFile) -> String {
        link(self.t, file)
    }
}

pub fn link(t: &Voice, file: &CaseFile) -> String {
    t.href(&format!("/follow/case/file/{}", file.id))
}

#[derive(Template)]
#[template(path = "tracking/follow/withdraw.html")]
struct WithdrawPage<'a> {
    t: &'a Voice,
    case: &'a Complaint,
    problems: Html,
    fields: Html,
}

pub fn withdraw(visit: &Visit, case: &Complaint, fields: &Fields) -> Html {
    let t = visit.voice();
    let body = Html::from_template(&WithdrawPage {
        t: &t,
        case,
        problems: form::summary(&t, fields, &Options::default()),
        fields: form::draw(&t, WITHDRAWAL_FIELDS, fields, &Options::default()),
    });
    let title = t.say("follow-withdraw-title");
    visit.page().public(&form::title(&t, &title, fields), body)
}

#[derive(Template)]
#[template(path = "tracking/follow/details.html")]
struct DetailsPage<'a> {
    t: &'a Voice,
    problems: Html,
    fields: Html,
}

pub fn details(visit: &Visit, _: &Complaint, fields: &Fields) -> Html {
    let t = visit.voice();
    let body = Html::from_template(&DetailsPage {
        t: &t,
        problems: form::summary(&t, fields, &Options::default()),
        fields: form::draw(&t, DETAILS_FIELDS, fields, &Options::default()),
    });
    let title = t.say("follow-details-title");
    visit.page().public(&form::title(&t, &title, fields), body)
}

/// A sentence with a day in it, in the reader's calendar.
pub fn dated(t: &Voice, key: &str, at: &Instant) -> Html {
    t.tell(key).with("date", t.format.day(*at)).html()
}
