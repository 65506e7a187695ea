//! Questions to a department or a third party, numbered, each with its answer.

use super::plan::end_of_day;
use redress_complaint::{
    Complaint, Decided,
    at::At,
    facts::{Question, QuestionAnswered, QuestionAsked, Text},
    verb::while_open,
};
use redress_kernel::{
    Draft, Refusal,
    fields::{Field, Fields, Kind, LONG_TEXT_MAX, SHORT_TEXT_MAX},
};

const QUESTIONS_MAX: i64 = 200;

pub const ASK: &[Field] = &[
    Field::new("question-to", Kind::Line(SHORT_TEXT_MAX)).required(),
    Field::new("question", Kind::Text(LONG_TEXT_MAX)).required(),
    Field::new("due-on", Kind::Date),
];

pub const ANSWER: &[Field] = &[
    Field::new("question-number", Kind::Number(1, QUESTIONS_MAX)).required(),
    Field::new("answer", Kind::Text(LONG_TEXT_MAX)).required(),
];

pub fn ask(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    let newest = c.questions.iter().map(|question| question.number).max();
    let number = newest.unwrap_or(0) + 1;
    if i64::from(number) > QUESTIONS_MAX {
        return Err(Refusal::new("questions-too-many").with("max", QUESTIONS_MAX));
    }
    let asked = QuestionAsked {
        number,
        due_at: end_of_day("due-on", fields, at)?,
    };
    let question = Question {
        to: fields.text("question-to"),
        text: fields.text("question"),
    };
    Ok(Decided::fact(Draft::with(c.id, &asked, &question)))
}

/// Some question still waits for its answer.
pub fn is_waiting(c: &Complaint, at: &At) -> Result<(), Refusal> {
    while_open(c, at)?;
    if c.questions.iter().all(|question| question.answer.is_some()) {
        return Err(Refusal::new("no-open-question"));
    }
    Ok(())
}

pub fn answer(c: &Complaint, fields: &Fields, _: &At) -> Result<Decided, Refusal> {
    let asked = fields.number("question-number").unwrap_or_default();
    let question = c
        .questions
        .iter()
        .find(|question| i64::from(question.number) == asked);
    let number = match question {
        None => Err(Refusal::new("question-unknown").at("question-number")),
        Some(question) if question.answer.is_some() => {
            Err(Refusal::new("question-answered").at("question-number"))
        }
        Some(question) => Ok(question.number),
    }?;
    let text = Text {
        text: fields.text("answer"),
    };
    let answered = QuestionAnswered { number };
    Ok(Decided::fact(Draft::with(c.id, &answered, &text)))
}
