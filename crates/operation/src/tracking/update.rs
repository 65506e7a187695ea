//! The two words that keep a complainant informed: a status update, and a new
//! date for the answer.

use super::letter;
use redress_complaint::{
    Complaint, Decided, at::At, clocks::blocks, telling::leads_to, texts::nothing_open,
    verb::while_open,
};
use redress_kernel::{Refusal, deadline::Step, fields::Fields};

/// Tells how the case stands; the next update is counted from here.
pub fn update(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    let way = fields.optional("way");
    leads_to(c.correspondent(), way.as_deref())?;
    still_wanted(c, way.as_deref())?;
    nothing_open(&fields.text("body"), "body")?;
    let next = at.organisation.due(Step::Update, at.now);
    let telling = letter::update(c, at, &fields.text("body"), next)
        .next_update(next)
        .progress()
        .by_way(way);
    Ok(Decided::default().telling(telling))
}

/// Who stopped the letters gets none because a colleague chose the way by hand.
fn still_wanted(c: &Complaint, way: Option<&str>) -> Result<(), Refusal> {
    match c.updates_stopped {
        Some(_) if way == Some("email") => Err(Refusal::new("updates-stopped").at("way")),
        _ => Ok(()),
    }
}

/// A date that has passed cannot be moved any more; it stays on record as missed.
pub fn before_the_old_date(c: &Complaint, at: &At) -> Result<(), Refusal> {
    while_open(c, at)?;
    if c.standing_decision().is_some() && c.open_review().is_none() {
        return Err(Refusal::new("answered-already"));
    }
    match c.due.response {
        Some(due) if at.now <= due => Ok(()),
        Some(_) => Err(Refusal::new("delay-too-late")),
        None => Err(Refusal::new("no-response-date")),
    }
}

/// Names a later date for the answer, with the reason; it counts from the moment
/// the message is sent.
pub fn delay(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    let missing = || Refusal::new("delay-not-later").at("due-on");
    let day = fields.date("due-on").ok_or_else(missing)?;
    let response = at.organisation.calendar().end_of(day);
    let old = c.due.response.ok_or_else(missing)?;
    if response <= old {
        return Err(missing());
    }
    let way = fields.optional("way");
    leads_to(c.correspondent(), way.as_deref())?;
    let next = at.organisation.due(Step::Update, at.now);
    let blocks = c.delay_blocks();
    let paragraphs = letter::delay(c, at, &fields.text("reason"), response, next, &blocks);
    blocks::Draft::new(c, at.organisation, &paragraphs, way.as_deref()).hold(&blocks)?;
    let telling = letter::delayed(c, at, paragraphs)
        .response_due(response)
        .next_update(next)
        .by_way(way);
    Ok(Decided::default().telling(telling))
}
