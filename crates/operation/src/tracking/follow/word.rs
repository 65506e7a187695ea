//! What the complainant said to our answer, given back to them in their own words,
//! with what follows from it (7.9). Leaves no evidence: the answer itself is it.

use super::show::dated;
use crate::tracking::status::review_heard_by;
use askama::Template;
use redress_complaint::Complaint;
use redress_kernel::Organisation;
use redress_web::{Html, Voice};

#[derive(Template)]
#[template(path = "tracking/follow/word.html")]
struct Word<'a> {
    t: &'a Voice,
    sentence: Html,
    reason: &'a str,
    lang: &'static str,
    /// What became of the review, while that is a question.
    review: Option<Html>,
}

/// None before there is an answer, and before they said anything to it.
pub fn word(t: &Voice, case: &Complaint, organisation: &Organisation) -> Option<Html> {
    case.standing_decision()?;
    let answer = case.standing_answer()?;
    let key = match answer.accepted {
        true => "follow-word-accepted",
        false => "follow-word-refused",
    };
    Some(Html::from_template(&Word {
        t,
        sentence: dated(t, key, &answer.at),
        reason: &answer.reason,
        lang: case.language.tag(),
        review: review(t, case, organisation),
    }))
}

fn review(t: &Voice, case: &Complaint, organisation: &Organisation) -> Option<Html> {
    if let Some(due) = review_heard_by(case, organisation) {
        return Some(dated(t, "follow-word-review", &due));
    }
    let still_open = case.is_open() && !case.is_reviewed() && case.open_review().is_none();
    (case.is_rejected() && still_open).then(|| Html::text(&t.say("follow-word-no-review")))
}
