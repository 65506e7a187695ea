//! What the case page shows of the investigation, and what counts as evidence of it.

use super::finding::{is_called_for, lacks_cause, result};
use redress_complaint::{
    Complaint,
    at::At,
    case::{AskedQuestion, HeldInterview, Issue, Plan},
    panel::{Evidence, Found, Row, Shown},
};
use redress_kernel::words::{Arg, Message};

pub const EVIDENCE: &[Evidence] = &[
    Evidence {
        key: "investigation-planned",
        clause: "7.6",
        state: |c| when_called_for(c, c.plan.is_some()),
    },
    Evidence {
        key: "impartiality-declared",
        clause: "4.7",
        state: |c| when_called_for(c, !c.impartial.is_empty()),
    },
    Evidence {
        key: "questions-answered",
        clause: "7.6",
        state: questions_answered,
    },
    Evidence {
        key: "finding-per-issue",
        clause: "7.6",
        state: |c| when_called_for(c, c.issues.iter().all(|i| result(c, i).is_some())),
    },
    Evidence {
        key: "cause-coded",
        clause: "8.2",
        state: |c| when_called_for(c, !c.issues.iter().any(|i| lacks_cause(c, i))),
    },
];

fn when_called_for(c: &Complaint, there: bool) -> Found {
    if is_called_for(c) {
        Found::when(there)
    } else {
        Found::NotNeeded
    }
}

fn questions_answered(c: &Complaint) -> Found {
    if c.questions.is_empty() {
        return Found::NotNeeded;
    }
    Found::when(c.questions.iter().all(|question| question.answer.is_some()))
}

pub fn panel(c: &Complaint, _: &At) -> Vec<Row> {
    let mut rows: Vec<Row> = c.plan.iter().flat_map(plan).collect();
    let lists = [
        ("row-questions", c.questions.iter().map(question).collect()),
        (
            "row-interviews",
            c.interviews.iter().map(interview).collect(),
        ),
        (
            "row-findings",
            c.issues.iter().filter_map(finding).collect(),
        ),
    ];
    let filled = lists
        .into_iter()
        .filter(|(_, lines): &(_, Vec<Shown>)| !lines.is_empty());
    rows.extend(filled.map(|(label, lines)| Row::new(label, Shown::List(lines))));
    rows
}

fn plan(plan: &Plan) -> Vec<Row> {
    let mut rows = vec![
        Row::text("row-plan", &plan.text),
        Row::new("row-planned-by", Shown::Person(plan.by)),
    ];
    if let Some(due) = plan.due_at {
        rows.push(Row::new("row-plan-due", Shown::Moment(due)));
    }
    rows
}

/// The question with to whom and until when, then its answer if there is one.
fn question(q: &AskedQuestion) -> Shown {
    let head = Message::new(match (&q.answer, q.due_at) {
        (Some(_), _) => "question-line-answered",
        (None, Some(_)) => "question-line-due",
        (None, None) => "question-line",
    });
    let head = head
        .with("number", i64::from(q.number))
        .with("to", q.to.as_str());
    let head = match (&q.answer, q.due_at) {
        (None, Some(due)) => head.with("due", due),
        _ => head,
    };
    let mut lines = vec![Shown::Said(head), Shown::Text(q.text.clone())];
    lines.extend(q.answer.iter().map(|(_, text)| Shown::Text(text.clone())));
    Shown::List(lines)
}

fn interview(held: &HeldInterview) -> Shown {
    let head = Message::new("interview-line")
        .with("with", held.with.as_str())
        .with("at", held.held_at);
    Shown::List(vec![Shown::Said(head), Shown::Text(held.text.clone())])
}

fn finding(issue: &Issue) -> Option<Shown> {
    let finding = issue.finding.as_deref()?;
    let head = Message::new("finding-line")
        .with("number", i64::from(issue.number))
        .with("finding", Arg::Key(format!("outcome-{finding}")));
    let mut lines = vec![Shown::Said(head), Shown::Text(issue.reason.clone())];
    if let Some(cause) = &issue.cause {
        let cause = Arg::Key(format!("cause-{cause}"));
        lines.push(Shown::Said(Message::new("cause-line").with("cause", cause)));
    }
    Some(Shown::List(lines))
}
