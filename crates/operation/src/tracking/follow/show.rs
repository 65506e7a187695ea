//! The follow-up pages, from values to HTML.

use super::{
    act::{ANSWER_FIELDS, DETAILS_FIELDS, INFORMATION_FIELDS, MESSAGE_FIELDS, WITHDRAWAL_FIELDS},
    door::FORM,
};
use crate::tracking::status::{Progress, Status, Step, status as standing};
use askama::Template;
use redress_complaint::{
    Complaint, House, Stage,
    case::{CaseFile, CaseMessage, MessageState},
    telling::filled,
};
use redress_kernel::{Instant, Organisation, fields::Fields, reference::access_code};
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
    organisation: &'a Organisation,
    case: &'a Complaint,
    standing: Status,
    done: Option<String>,
    problems: Html,
    messages: Vec<Letter<'a>>,
    files: Vec<&'a CaseFile>,
    /// When the answer date moved, and the letter that tells why.
    moved: Option<Instant>,
    asked_to_answer: bool,
    answer: Html,
    message: Html,
    information: Html,
    message_open: bool,
    information_open: bool,
    open: bool,
}

struct Letter<'a> {
    message: &'a CaseMessage,
    subject: Html,
    body: Html,
    files: Vec<&'a CaseFile>,
}

pub fn status(house: &House, visit: &Visit, case: &Complaint, typed: &Typed) -> Html {
    let t = visit.voice();
    let draw = |declared, fields| form::draw(&t, declared, fields, &Options::default());
    let all = [&typed.answer, &typed.message, &typed.information];
    let body = Html::from_template(&StatusPage {
        t: &t,
        organisation: &visit.organisation,
        case,
        standing: standing(case),
        done: done(&t, visit),
        problems: all
            .iter()
            .map(|fields| form::summary(&t, fields, &Options::default()))
            .collect(),
        messages: letters(house, case),
        files: files(case),
        moved: case
            .messages
            .iter()
            .rev()
            .find(|m| m.purpose == "delay" && m.state == MessageState::Sent)
            .map(|m| m.at),
        asked_to_answer: case.is_open()
            && case.standing_decision().is_some()
            && case.standing_answer().is_none(),
        answer: draw(ANSWER_FIELDS, &typed.answer),
        message: draw(MESSAGE_FIELDS, &typed.message),
        information: draw(INFORMATION_FIELDS, &typed.information),
        message_open: !typed.message.problems().is_empty(),
        information_open: !typed.information.problems().is_empty(),
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
];

fn done(t: &Voice, visit: &Visit) -> Option<String> {
    let done = DONE
        .iter()
        .find(|done| visit.query("done") == Some(**done))?;
    Some(t.code("follow-done", done))
}

/// What went to and fro, oldest first; what waits in an undo window has not been said.
fn letters<'a>(house: &House, case: &'a Complaint) -> Vec<Letter<'a>> {
    let code = access_code(house.db.keys().code_key(), case.id, case.code_issue);
    let page = format!("{}/follow", house.base_url);
    let said = |m: &&CaseMessage| m.incoming || m.state == MessageState::Sent;
    case.messages
        .iter()
        .filter(said)
        .map(|message| Letter {
            message,
            subject: Html::text(&message.subject),
            // Isolates become elements: a reference is not broken over two lines.
            body: Html::text(&filled(&message.body, &code, &page)),
            files: message
                .files
                .iter()
                .filter_map(|id| case.file(*id))
                .collect(),
        })
        .collect()
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
        self.t.href(&format!("/follow/case/file/{}", file.id))
    }
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
