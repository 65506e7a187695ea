//! The receipts of one's own declarations, the request to open a case, and the overview:
//! violations counted anew, and every opening.

use super::{
    glass::{self, FORM},
    records::{Opening, openings, receipts},
    recount::violations,
};
use crate::{
    House,
    chapter::{Form, Sheet, Written, back, seated, write},
    desk::Seat,
    house::colleagues,
    inbox::seen_among,
};
use askama::Template;
use axum::{Extension, extract::State as Held, response::Response};
use redress_kernel::{Actor, Id, fields::Fields};
use redress_store::{Error, Read, Reader, sql};
use redress_web::{Html, Sent, Trouble, Voice, form};
use std::collections::{BTreeMap, BTreeSet};

pub const DECLARATIONS: &str = "/desk/declarations";
pub const GLASS: &str = "/desk/break-glass";
pub const OVERVIEW: &str = "/system/objectivity";

struct Line {
    reference: String,
    state: String,
    at: Html,
}

#[derive(Template)]
#[template(path = "objectivity/declarations.html")]
struct Declarations<'a> {
    t: &'a Voice,
    lines: Vec<Line>,
}

pub async fn declarations(seat: Seat) -> Result<Response, Trouble> {
    let t = seat.t();
    let found = seat
        .look(|reader, seat| receipts(reader, seat.actor.id))
        .await?;
    let lines = found.into_iter().map(|its| Line {
        state: t.code("declaration", &its.state),
        at: t.moment(its.declared_at),
        reference: its.reference,
    });
    let body = Html::from_template(&Declarations {
        t,
        lines: lines.collect(),
    });
    let (title, lead) = (t.say("declarations"), t.say("declarations-lead"));
    Sheet::new(&seat, title, lead, "4.7")
        .answer(&Fields::default(), body)
        .await
}

pub async fn glass(seat: Seat) -> Result<Response, Trouble> {
    asking(&seat, &Fields::default()).await
}

async fn asking(seat: &Seat, typed: &Fields) -> Result<Response, Trouble> {
    let t = seat.t();
    let form = Form {
        action: GLASS.to_owned(),
        fields: FORM,
        button: "glass-ask",
        prefix: "glass-",
    };
    let body = form.draw(t, typed, form::Options::default());
    let (title, lead) = (t.say("break-glass"), t.say("break-glass-lead"));
    Sheet::new(seat, title, lead, "4.7")
        .answer(typed, body)
        .await
}

pub async fn asked(
    Held(house): Held<House>,
    Extension(actor): Extension<Actor>,
    sent: Sent,
) -> Result<Response, Trouble> {
    let (seat, fields) = seated(house, actor, sent, FORM);
    match write(&seat, fields, glass::ask).await? {
        Written::Done(()) => Ok(back(&seat, GLASS, "glass-asked")),
        Written::Again(typed) => asking(&seat, &typed).await,
    }
}

/// An opening as this viewer may know it: of a case that they do not see, no reference.
struct Opened {
    reference: Option<String>,
    person: String,
    agreed_by: String,
    at: Html,
    until: Html,
    closed: Option<Html>,
}

#[derive(Template)]
#[template(path = "objectivity/overview.html")]
struct Overview<'a> {
    t: &'a Voice,
    violations: usize,
    openings: Vec<Opened>,
}

struct Found {
    violations: usize,
    openings: Vec<Opening>,
    names: BTreeMap<Id, String>,
    references: BTreeMap<Id, String>,
}

fn read(reader: &mut Reader, seat: &Seat) -> Result<Found, Error> {
    let violations = violations(reader)?;
    let openings = openings(reader, seat.actor.id)?;
    let ids: BTreeSet<Id> = openings.iter().map(|its| its.complaint).collect();
    let seen = seen_among(reader, &seat.actor, &ids)?;
    let names = colleagues(reader)?.into_iter();
    Ok(Found {
        violations: violations.len(),
        names: names.map(|one| (one.id, one.name)).collect(),
        references: references(reader, &seen)?,
        openings,
    })
}

fn references(reader: &mut Reader, ids: &BTreeSet<Id>) -> Result<BTreeMap<Id, String>, Error> {
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let query = sql("SELECT id, reference FROM complaint WHERE id IN (")
        .bind_all(ids.iter().copied())
        .push(") ORDER BY id LIMIT 200");
    let rows = reader.rows(&query, |row| Ok((row.id(0)?, row.text(1)?)))?;
    Ok(rows.into_iter().collect())
}

pub async fn overview(seat: Seat) -> Result<Response, Trouble> {
    let t = seat.t();
    let found = seat.look(read).await?;
    let name = |id: Id| found.names.get(&id).cloned().unwrap_or_default();
    let opened = |its: &Opening| Opened {
        reference: found.references.get(&its.complaint).cloned(),
        person: name(its.person),
        agreed_by: name(its.agreed_by),
        at: t.moment(its.opened_at),
        until: t.moment(its.until_at),
        closed: its.closed_at.map(|at| t.moment(at)),
    };
    let body = Html::from_template(&Overview {
        t,
        violations: found.violations,
        openings: found.openings.iter().map(opened).collect(),
    });
    let (title, lead) = (t.say("objectivity"), t.say("objectivity-lead"));
    Sheet::new(&seat, title, lead, "4.7")
        .answer(&Fields::default(), body)
        .await
}
