//! Disposal: cases past their period, proposed and agreed by a second person, and the
//! log of everything that was erased, which also leaves as CSV. Codes, references and
//! instants only: nobody's data.

use super::{
    acts::{self, CASES},
    pages::{LIST as ERASURES, name, names},
    records::{ERASURE, FILE_MAX, HOLD, Line, SHOWN_MAX, carried_out, disposed, open_of},
};
use crate::{
    fault::ours,
    past_period::{Asking, Kept, due},
};
use askama::Template;
use axum::{Extension, extract::State as Held, response::Response};
use redress_complaint::{
    House,
    api::time,
    chapter::{Sheet, Written, back, seated, write},
    desk::Seat,
};
use redress_kernel::{Action, Actor, Id, fields::Fields, words::Message};
use redress_store::{Error, Reader};
use redress_web::{Html, Sent, Trouble, csv, form};

/// A case past its period; what keeps it, if something does.
struct Past {
    href: String,
    reference: String,
    closed: Html,
    until: Html,
    held: bool,
    asked: bool,
}

struct Done {
    href: String,
    what: String,
    basis: String,
    at: Option<Html>,
    by: String,
    cleared: bool,
}

#[derive(Template)]
#[template(path = "data_protection/log.html")]
struct Page<'a> {
    t: &'a redress_web::Voice,
    hidden: Html,
    summary: Html,
    cases: &'static str,
    past: Vec<Past>,
    more: bool,
    done: Vec<Done>,
    may_ask: bool,
}

struct Read {
    past: Vec<(Kept, bool, bool)>,
    more: bool,
    done: Vec<Line>,
    names: super::pages::Names,
}

fn read(reader: &mut Reader, seat: &Seat) -> Result<Read, Error> {
    let organisation = &seat.visit.organisation;
    let asking = Asking {
        periods: &organisation.retention,
        calendar: &organisation.calendar(),
        today: seat.today(),
        viewer: Some(&seat.actor),
    };
    let found = due(reader, &asking)?;
    let more = found.more || found.n > found.first.len();
    let ids: Vec<Id> = found.first.iter().map(|kept| kept.id).collect();
    let held = open_of(reader, HOLD, &ids)?;
    let asked = open_of(reader, ERASURE, &ids)?;
    let past = found.first.into_iter().map(|kept| {
        let (held, asked) = (held.contains_key(&kept.id), asked.contains_key(&kept.id));
        (kept, held, asked)
    });
    Ok(Read {
        past: past.collect(),
        more,
        done: carried_out(reader, &seat.actor, SHOWN_MAX)?,
        names: names(reader)?,
    })
}

pub async fn show(seat: Seat) -> Result<Response, Trouble> {
    showing(&seat, &Fields::default()).await
}

async fn showing(seat: &Seat, typed: &Fields) -> Result<Response, Trouble> {
    let t = seat.t();
    let read = seat.look(read).await?;
    let names = read.names;
    let past = |(kept, held, asked): (Kept, bool, bool)| Past {
        href: t.href(&format!("/desk/{}", kept.reference)),
        closed: t.date(kept.closed_on),
        until: t.date(kept.until),
        reference: kept.reference,
        held,
        asked,
    };
    let done = |line: Line| Done {
        href: t.href(&format!("{ERASURES}/{}", line.id)),
        what: t.text(&Message::new("erasure-of").with("n", line.n_cases)),
        basis: t.code("erased-basis", &line.basis),
        at: line.ended_at.map(|at| t.moment_short(at)),
        by: name(t, &names, line.asked_by),
        cleared: line.state == "cleared",
    };
    let body = Html::from_template(&Page {
        t,
        hidden: form::hidden(t),
        summary: form::summary(t, typed, &form::Options::default()),
        cases: CASES,
        past: read.past.into_iter().map(past).collect(),
        more: read.more,
        done: read.done.into_iter().map(done).collect(),
        may_ask: seat.may(Action::AskErasure),
    });
    let (title, lead) = (t.say("data-disposals"), t.say("data-disposals-lead"));
    let sheet = Sheet {
        above: Some((ERASURES, t.say("data-erasures").into_owned())),
        ..Sheet::new(seat, title, lead, "8.1")
    };
    sheet.answer(typed, body).await
}

pub async fn propose(
    Held(house): Held<House>,
    Extension(actor): Extension<Actor>,
    mut sent: Sent,
) -> Result<Response, Trouble> {
    // As many as were ticked: no kind of field takes several references.
    let ticked = sent.fields.take(CASES);
    let (seat, mut fields) = seated(house, actor, sent, &[]);
    ticked.into_iter().for_each(|it| fields.put(CASES, it));
    match write(&seat, fields, acts::propose).await? {
        Written::Done(id) => Ok(back(&seat, &format!("{ERASURES}/{id}"), "erasure-asked")),
        Written::Again(typed) => showing(&seat, &typed).await,
    }
}

const HEADER: [&str; 5] = ["reference", "category", "basis", "erased_at", "request"];

pub async fn download(seat: Seat) -> Result<Response, Trouble> {
    let actor = seat.actor.clone();
    let read = move |reader: &mut Reader| -> Result<Vec<Vec<String>>, Error> {
        let mut rows = vec![HEADER.map(str::to_owned).to_vec()];
        for line in carried_out(reader, &actor, FILE_MAX)? {
            for (reference, category) in disposed(reader, line.id)? {
                rows.push(row(&line, &reference, &category));
            }
        }
        Ok(rows)
    };
    let rows = seat.house.db.read(read).await.map_err(ours)?;
    Ok(csv::download("disposals", &rows))
}

/// Codes, references and numbers.
fn row(line: &Line, reference: &str, category: &str) -> Vec<String> {
    vec![
        reference.to_owned(),
        category.to_owned(),
        line.basis.clone(),
        line.ended_at.map(time).unwrap_or_default(),
        line.id.to_string(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use redress_kernel::Instant;

    #[test]
    fn a_line_of_the_log_names_no_person() {
        let line = Line {
            id: Id::from_bytes([7; 16]),
            kind: ERASURE.to_owned(),
            state: "cleared".to_owned(),
            basis: "retention".to_owned(),
            n_cases: 1,
            asked_by: Id::from_bytes([8; 16]),
            asked_at: Instant::from_micros(0),
            due: None,
            ended_at: Some(Instant::from_micros(0)),
        };
        let row = row(&line, "BF-26-004J-7KQ", "06");
        assert_eq!(row[..3], ["BF-26-004J-7KQ", "06", "retention"]);
        assert!(row[3].starts_with("1970-01-01T00:00:00"), "{row:?}");
        assert_eq!(row.len(), HEADER.len());
        assert!(!row.contains(&line.asked_by.to_string()));
    }
}
