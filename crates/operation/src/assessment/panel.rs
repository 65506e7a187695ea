//! What the case page shows of the assessment, and what counts as evidence of it.

use redress_complaint::{
    Complaint,
    at::At,
    case::{Assessment, Issue},
    facts::Assessed,
    panel::{Evidence, Found, Row, Shown},
};
use redress_kernel::{
    Fact,
    words::{Arg, Message},
};

pub const EVIDENCE: &[Evidence] = &[
    Evidence {
        key: "assessed",
        clause: "7.5",
        state: |c| Found::when(c.assessment.is_some()),
    },
    Evidence {
        key: "scope-decided",
        clause: "7.5",
        state: |c| Found::when(c.scope.is_some()),
    },
    Evidence {
        key: "immediate-action",
        clause: "7.5",
        state: immediate_action,
    },
    Evidence {
        key: "issues-categorised",
        clause: "8.2",
        state: |c| Found::when(c.issues.iter().all(|issue| issue.category.is_some())),
    },
];

fn immediate_action(c: &Complaint) -> Found {
    match &c.assessment {
        Some(a) if a.immediate_needed => Found::when(!a.immediate_action.is_empty() || erased(c)),
        _ => Found::NotNeeded,
    }
}

/// Erased words were there; that they are gone is no gap in the evidence.
fn erased(c: &Complaint) -> bool {
    c.timeline
        .iter()
        .rev()
        .find(|moment| moment.kind == Assessed::KIND)
        .is_some_and(|moment| moment.erased)
}

pub fn panel(c: &Complaint, _: &At) -> Vec<Row> {
    let mut rows = Vec::new();
    if c.danger {
        rows.push(said("row-danger", "danger-reported"));
    }
    if c.sensitive {
        rows.push(said("row-sensitive", "sensitive-is"));
    }
    if let Some(scope) = &c.scope {
        rows.push(Row::code("row-scope", "scope", &scope.scope));
    }
    if let Some(assessment) = &c.assessment {
        rows.extend(assessed(assessment));
    }
    rows.push(Row::new(
        "row-issues",
        Shown::List(c.issues.iter().map(issue).collect()),
    ));
    rows
}

fn assessed(a: &Assessment) -> Vec<Row> {
    let mut rows = vec![Row::code("row-priority", "priority", &a.priority)];
    if a.priority != a.suggested {
        rows.push(Row::code("row-suggested", "priority", &a.suggested));
        rows.push(Row::text("row-priority-reason", &a.priority_reason));
    }
    rows.push(Row::new("row-criteria", Shown::List(criteria(a))));
    if let Some(n) = a.people_affected {
        let said = Message::new("assessed-people").with("n", n);
        rows.push(Row::new("row-people-affected", Shown::Said(said)));
    }
    if let Some(claimed) = &a.claimed {
        rows.push(Row::new("row-claimed", Shown::Money(claimed.clone())));
    }
    rows.push(Row::text("row-rationale", &a.rationale));
    if !a.immediate_action.is_empty() {
        rows.push(Row::text("row-immediate-action", &a.immediate_action));
    }
    rows.push(Row::new("row-assessed-by", Shown::Person(a.by)));
    rows.push(Row::new("row-assessed-at", Shown::Moment(a.at)));
    rows
}

fn criteria(a: &Assessment) -> Vec<Shown> {
    let level = |key: &str, prefix: &str, code: &str| {
        Shown::Said(Message::new(key).with("level", Arg::Key(format!("{prefix}-{code}"))))
    };
    let mut lines = vec![
        level("criterion-severity", "severity", &a.severity),
        level("criterion-complexity", "complexity", &a.complexity),
        level("criterion-impact", "impact", &a.impact),
    ];
    let ticks = [
        (a.safety, "criterion-safety"),
        (a.immediate_needed, "criterion-immediate-needed"),
        (a.immediate_possible, "criterion-immediate-possible"),
    ];
    let ticked = ticks.into_iter().filter(|(there, _)| *there);
    lines.extend(ticked.map(|(_, key)| Shown::Said(Message::new(key))));
    lines
}

/// Number and category, and the title where it has one of its own.
fn issue(issue: &Issue) -> Shown {
    let number = i64::from(issue.number);
    let category = match &issue.category {
        Some(category) => format!("problem-{category}"),
        None => "issue-without-category".to_owned(),
    };
    let line = Message::new("issue-line")
        .with("number", number)
        .with("category", Arg::Key(category));
    if issue.title.is_empty() {
        Shown::Said(line)
    } else {
        Shown::List(vec![Shown::Said(line), Shown::Text(issue.title.clone())])
    }
}

fn said(label: &'static str, key: &str) -> Row {
    Row::new(label, Shown::Said(Message::new(key)))
}
