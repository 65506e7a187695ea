//! What went to and fro, as the complainant reads it: the answer that counts on top,
//! everything else below, newest first. Leaves no evidence: nothing is changed here.

use super::show::link;
use askama::Template;
use redress_complaint::{
    Complaint, House,
    case::{CaseFile, CaseMessage, MessageState},
    telling::filled,
};
use redress_kernel::{Id, reference::access_code};
use redress_web::{Html, Voice};

#[derive(Template)]
#[template(path = "tracking/follow/letter.html")]
struct Letter<'a> {
    t: &'a Voice,
    message: &'a CaseMessage,
    /// It stands in a section of its own.
    on_top: bool,
    title: Html,
    subject: Html,
    body: Html,
    files: Vec<(String, &'a CaseFile)>,
}

pub struct Letters {
    pub answer: Option<Html>,
    pub others: Vec<Html>,
}

/// What waits in an undo window has not been said.
pub fn letters(t: &Voice, house: &House, case: &Complaint) -> Letters {
    let code = access_code(house.db.keys().code_key(), case.id, case.code_issue);
    let page = format!("{}/follow", house.base_url);
    let on_top = answer(case);
    let draw = |message: &CaseMessage| {
        Html::from_template(&Letter {
            t,
            message,
            on_top: Some(message.id) == on_top,
            title: title(t, message),
            subject: Html::text(&message.subject),
            // Isolates become elements: a reference is not broken over two lines.
            body: Html::text(&filled(&message.body, &code, &page)),
            files: message
                .files
                .iter()
                .filter_map(|id| case.file(*id))
                .map(|file| (link(t, file), file))
                .collect(),
        })
    };
    let said = |m: &&CaseMessage| m.incoming || m.state == MessageState::Sent;
    let told = || case.messages.iter().rev().filter(said);
    Letters {
        answer: told().find(|m| Some(m.id) == on_top).map(draw),
        others: told().filter(|m| Some(m.id) != on_top).map(draw).collect(),
    }
}

/// The letter of the decision that counts; one that a review overturned does not.
fn answer(case: &Complaint) -> Option<Id> {
    case.standing_decision().map(|decision| decision.message)
}

/// Of two answers each bears its date.
fn title(t: &Voice, message: &CaseMessage) -> Html {
    match (message.incoming, message.purpose.as_str()) {
        (true, _) => Html::text(&t.say("follow-from-you")),
        (false, "decision") => super::show::dated(t, "follow-answer-of", &message.at),
        (false, purpose) => Html::text(&t.code("follow-letter", purpose)),
    }
}
