//! Told, heard, informed: each once, in this order, with what was said.

use redress_complaint::{
    Complaint, Decided,
    at::At,
    case::Concern,
    facts::{ConcernText, PersonConcernHeard, PersonConcernInformed, PersonConcernTold},
    verb::while_open,
};
use redress_kernel::{
    Draft, Fact, Refusal,
    fields::{Field, Fields, Kind, LONG_TEXT_MAX},
};

pub const NUMBER: Field = Field::new("concern-number", Kind::Number(1, 50)).hinted();

pub const TOLD: &[Field] = &[
    NUMBER,
    Field::new("told-text", Kind::Text(LONG_TEXT_MAX))
        .required()
        .hinted(),
];
pub const HEARD: &[Field] = &[
    NUMBER,
    Field::new("declined", Kind::Tick).hinted(),
    Field::new("account", Kind::Text(LONG_TEXT_MAX)).hinted(),
];
pub const INFORMED: &[Field] = &[
    NUMBER,
    Field::new("informed-text", Kind::Text(LONG_TEXT_MAX)).required(),
];

pub fn somebody_is_named(c: &Complaint, at: &At) -> Result<(), Refusal> {
    while_open(c, at)?;
    if c.concerns.is_empty() {
        return Err(Refusal::new("nobody-complained-about"));
    }
    Ok(())
}

/// What there is to tell: a decision, or that there will be none. Closing does
/// not take the word back, so it can still be given afterwards.
pub fn there_is_an_outcome(c: &Complaint, _: &At) -> Result<(), Refusal> {
    if c.concerns.is_empty() {
        return Err(Refusal::new("nobody-complained-about"));
    }
    let settled = c.decision().is_some() || c.closed.is_some();
    if !settled && is_called_for(c) {
        return Err(Refusal::new("concern-decide-first"));
    }
    Ok(())
}

pub fn tell(c: &Complaint, fields: &Fields, _: &At) -> Result<Decided, Refusal> {
    let concern = meant(c, fields, |concern| concern.told_at.is_none())?;
    keeps_the_name(c, fields, "told-text")?;
    let told = PersonConcernTold {
        number: concern.number,
    };
    Ok(said(c, concern, &told, fields.text("told-text")))
}

pub fn hear(c: &Complaint, fields: &Fields, _: &At) -> Result<Decided, Refusal> {
    let concern = meant(c, fields, |concern| concern.heard_at.is_none())?;
    if concern.told_at.is_none() {
        return Err(Refusal::new("concern-tell-first"));
    }
    let account = fields.text("account");
    let declined = fields.ticked("declined");
    if account.is_empty() && !declined {
        return Err(Refusal::new("concern-account-missing").at("account"));
    }
    let heard = PersonConcernHeard {
        number: concern.number,
        declined,
    };
    Ok(said(c, concern, &heard, account))
}

pub fn inform(c: &Complaint, fields: &Fields, _: &At) -> Result<Decided, Refusal> {
    let concern = meant(c, fields, |concern| concern.informed_at.is_none())?;
    keeps_the_name(c, fields, "informed-text")?;
    let informed = PersonConcernInformed {
        number: concern.number,
    };
    Ok(said(c, concern, &informed, fields.text("informed-text")))
}

/// Whoever is complained about does not learn through this who complained (4.10).
fn keeps_the_name(c: &Complaint, fields: &Fields, field: &'static str) -> Result<(), Refusal> {
    let text = fields.text(field).to_lowercase();
    let people = [Some(&c.complainant), c.representative.as_ref()];
    let words = people
        .into_iter()
        .flatten()
        .flat_map(|person| [&person.name, &person.email, &person.phone]);
    let told = |word: &String| {
        let word = word.trim().to_lowercase();
        word.chars().count() >= name_min(&word) && text.contains(&word)
    };
    match words.into_iter().any(told) {
        true => Err(Refusal::new("concern-names-complainant").at(field)),
        false => Ok(()),
    }
}

/// A shorter word could be any; a whole name of Chinese or Korean signs has two.
fn name_min(word: &str) -> usize {
    if word.is_ascii() { 4 } else { 2 }
}

/// The person named by number, or the only one for whom this is still to do.
pub fn meant<'a>(
    c: &'a Complaint,
    fields: &Fields,
    still_to_do: impl Fn(&Concern) -> bool,
) -> Result<&'a Concern, Refusal> {
    let Some(number) = fields.number("concern-number") else {
        return only(c.concerns.iter().filter(|concern| still_to_do(concern)));
    };
    let unknown = Refusal::new("concern-unknown").at("concern-number");
    let mut all = c.concerns.iter();
    let concern = all.find(|concern| i64::from(concern.number) == number);
    let concern = concern.ok_or(unknown)?;
    if !still_to_do(concern) {
        return Err(Refusal::new("concern-done-already").at("concern-number"));
    }
    Ok(concern)
}

fn only<'a>(mut open: impl Iterator<Item = &'a Concern>) -> Result<&'a Concern, Refusal> {
    match (open.next(), open.next()) {
        (Some(concern), None) => Ok(concern),
        (None, _) => Err(Refusal::new("concern-done-already")),
        (Some(_), Some(_)) => Err(Refusal::new("concern-which").at("concern-number")),
    }
}

fn said<F: Fact<Personal = ConcernText>>(
    c: &Complaint,
    concern: &Concern,
    fact: &F,
    text: String,
) -> Decided {
    let text = ConcernText {
        name: concern.name.clone(),
        text,
    };
    Decided::fact(Draft::with(c.id, fact, &text))
}

/// Is there anything to hear the person about?
pub fn is_called_for(c: &Complaint) -> bool {
    let complaint = c.scope.as_ref().is_none_or(|s| s.scope == "complaint");
    complaint && c.withdrawn_at.is_none()
}

/// Whoever was told of a complaint is told how it ended; and where there is
/// something to hear, they were told and heard.
pub fn before_closing(c: &Complaint) -> Vec<Refusal> {
    let heard = |concern: &Concern| concern.told_at.is_some() && concern.heard_at.is_some();
    let unheard = is_called_for(c) && !c.concerns.iter().all(heard);
    let waiting = |concern: &Concern| concern.told_at.is_some() && concern.informed_at.is_none();
    let uninformed = c.concerns.iter().any(waiting);
    [
        (unheard, "close-concern-unheard"),
        (uninformed, "close-concern-uninformed"),
    ]
    .into_iter()
    .filter(|(stands, _)| *stands)
    .map(|(_, code)| Refusal::new(code))
    .collect()
}
