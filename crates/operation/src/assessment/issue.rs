//! The points inside a complaint: each gets its own category, cause, finding
//! and outcome, so that the answer covers all of them (annex F, R23).

use redress_complaint::{
    Complaint, Decided,
    at::At,
    facts::{CAUSES, IssueAdded, IssueSet, IssueText},
};
use redress_kernel::{
    Draft, Refusal,
    fields::{Field, Fields, Kind, SHORT_TEXT_MAX},
    terms::List,
};

pub const ADDED: &[Field] = &[
    Field::new("issue-title", Kind::Line(SHORT_TEXT_MAX)).required(),
    Field::new("category", Kind::Term(List::Categories)),
    Field::new("product", Kind::Line(SHORT_TEXT_MAX)),
];

pub const DETAILS: &[Field] = &[
    Field::new("issue", Kind::Issue).required(),
    Field::new("issue-title", Kind::Line(SHORT_TEXT_MAX)),
    Field::new("category", Kind::Term(List::Categories)),
    Field::new("product", Kind::Line(SHORT_TEXT_MAX)),
    Field::new("cause", Kind::Choice("cause", CAUSES)),
];

/// Points of one complaint; more than that are several complaints.
const ISSUES_MAX: u32 = 50;

pub fn add(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    let newest = c.issues.iter().map(|issue| issue.number).max();
    let number = newest.unwrap_or(0) + 1;
    if number > ISSUES_MAX {
        return Err(Refusal::new("issues-too-many").with("max", i64::from(ISSUES_MAX)));
    }
    let added = IssueAdded {
        number,
        category: category(fields, at, None)?,
    };
    Ok(Decided::fact(Draft::with(c.id, &added, &text(fields))))
}

/// What is filled in replaces what was known; what is left empty stays.
pub fn set(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    let unknown = || Refusal::new("issue-unknown").at("issue");
    let number = fields.number("issue").ok_or_else(unknown)?;
    let number = u32::try_from(number).map_err(|_| unknown())?;
    let issue = c.issue(number).ok_or_else(unknown)?;
    let set = IssueSet {
        number,
        category: category(fields, at, issue.category.as_deref())?,
        cause: fields.optional("cause"),
    };
    let text = text(fields);
    if set.category.is_none() && set.cause.is_none() && text == IssueText::default() {
        return Err(Refusal::new("issue-nothing-changed"));
    }
    Ok(Decided::fact(Draft::with(c.id, &set, &text)))
}

/// A category that is offered now, or the one that the point has already.
fn category(fields: &Fields, at: &At, now: Option<&str>) -> Result<Option<String>, Refusal> {
    let Some(code) = fields.optional("category") else {
        return Ok(None);
    };
    let terms = &at.organisation.terms;
    if terms.offers(List::Categories, &code) || now == Some(code.as_str()) {
        return Ok(Some(code));
    }
    Err(Refusal::new("term-not-offered").at("category"))
}

fn text(fields: &Fields) -> IssueText {
    IssueText {
        title: fields.text("issue-title"),
        product: fields.text("product"),
    }
}
