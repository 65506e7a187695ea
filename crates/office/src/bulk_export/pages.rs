//! `/system/exports`: what was asked for, by whom, and how it stands; the form that asks;
//! and the file, for whoever asked.

use super::{
    records,
    request::{ASKING, CASES_MAX, Export, FROM, NAMES, RELEASE, TO, ask as asked},
    rows::{COLUMNS, Part, part},
};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State as Held},
    response::Response,
};
use redress_complaint::{
    House,
    chapter::{Acting, Fault, Form, Sheet, Written, back, seated, write},
    desk::{Seat, download_of},
    door::our_fault,
    house::colleagues,
    second::of_act,
};
use redress_kernel::{
    Actor, Id,
    fields::{Fields, Problem},
    words::Message,
};
use redress_store::{Error, Read, Reader, Tx};
use redress_web::{Html, Sent, Trouble, Voice, csv, form};
use std::collections::BTreeMap;

pub const PATH: &str = "/system/exports";
const SHOWN_MAX: i64 = 50;

struct Line {
    from: Html,
    to: Html,
    by: String,
    at: Html,
    names: String,
    reason: String,
    state: String,
    answered: Option<(String, Html)>,
    answer: String,
    taken: Vec<Html>,
    until: Option<Html>,
    action: Option<String>,
}

#[derive(Template)]
#[template(path = "bulk_export/list.html")]
struct List<'a> {
    t: &'a Voice,
    problem: Option<Html>,
    hidden: Html,
    lines: Vec<Line>,
    most: Html,
    form: Html,
}

pub async fn list(seat: Seat) -> Result<Response, Trouble> {
    showing(&seat, &Fields::default()).await
}

type Names = BTreeMap<Id, String>;

fn read(reader: &mut Reader, _: &Seat) -> Result<(Vec<Export>, Names), Error> {
    let mut all = Vec::new();
    for request in of_act(reader, RELEASE.name, SHOWN_MAX)? {
        let entries = reader.entries(request.id)?;
        all.push(Export::with(request, &entries)?);
    }
    let names = colleagues(reader)?.into_iter();
    Ok((all, names.map(|one| (one.id, one.name)).collect()))
}

async fn showing(seat: &Seat, typed: &Fields) -> Result<Response, Trouble> {
    let t = seat.t();
    let (all, names) = seat.look(read).await?;
    let form = Form {
        action: PATH.to_owned(),
        fields: ASKING,
        button: "exports-ask-button",
        prefix: "ask-",
    };
    let body = Html::from_template(&List {
        t,
        problem: typed.problem_at("").map(|problem| t.html(&problem.message)),
        hidden: form::hidden(t),
        lines: all.iter().map(|it| line(seat, &names, it)).collect(),
        most: t.html(&Message::new("exports-most").with("max", CASES_MAX)),
        form: form.draw(t, typed, form::Options::default()),
    });
    let (title, lead) = (t.say("bulk-exports"), t.say("bulk-exports-lead"));
    Sheet::new(seat, title, lead, "4.10")
        .answer(typed, body)
        .await
}

fn line(seat: &Seat, names: &Names, it: &Export) -> Line {
    let (t, request) = (seat.t(), &it.request);
    let name = |id: Id| names.get(&id).cloned().unwrap_or_default();
    let day = |field: &str| {
        let day = request.typed.date(field);
        day.map_or_else(|| Html::text(""), |day| t.date(day))
    };
    let mine = it.can_be_fetched(seat.actor.id, seat.now);
    let taken = it.taken.iter().map(|(at, n)| {
        let message = Message::new("exports-fetched").with("n", *n);
        t.html(&message.with("at", redress_kernel::words::Arg::from(*at)))
    });
    Line {
        from: day(FROM.name),
        to: day(TO.name),
        by: name(request.asked_by),
        at: t.moment(request.asked_at),
        names: t.code("export-names", &request.typed.text(NAMES.name)),
        reason: request.reason.clone(),
        state: t.code("export-state", it.state(seat.now)),
        answered: request.answered.map(|(by, at)| (name(by), t.moment(at))),
        answer: request.answer.clone(),
        taken: taken.collect(),
        until: it.until.filter(|_| mine).map(|until| t.moment(until)),
        action: mine.then(|| t.href(&format!("{PATH}/{}/file", request.id))),
    }
}

pub async fn ask(
    Held(house): Held<House>,
    Extension(actor): Extension<Actor>,
    sent: Sent,
) -> Result<Response, Trouble> {
    let (seat, fields) = seated(house, actor, sent, ASKING);
    match write(&seat, fields, asked).await? {
        Written::Done(_) => Ok(back(&seat, PATH, "second-asked")),
        Written::Again(typed) => showing(&seat, &typed).await,
    }
}

/// A write for each part: names that leave are on record before they do.
pub async fn file(
    Held(house): Held<House>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Trouble> {
    let id: Id = id.parse().map_err(|_| Trouble::NotFound)?;
    let seat = Seat::new(house, actor, sent.visit);
    let mut rows = vec![COLUMNS.map(str::to_owned).to_vec()];
    let mut after = None;
    // As many parts as the most complaints have, and one that is empty.
    for _ in 0..=CASES_MAX / records::TOGETHER {
        let own = seat.clone();
        let step = move |tx: &mut Tx| part(tx, id, after, &Acting::from(&own));
        let Part { rows: more, next } = match seat.house.db.write(step).await {
            Ok(part) => part,
            Err(fault) => return refused(&seat, fault).await,
        };
        rows.extend(more.into_iter().map(|row| row.to_vec()));
        after = next;
        if after.is_none() {
            break;
        }
    }
    let name = format!("complaints-{}.csv", seat.today());
    let text = csv::text(&rows).into_bytes();
    Ok(download_of(&name, "text/csv; charset=utf-8", text))
}

async fn refused(seat: &Seat, fault: Fault) -> Result<Response, Trouble> {
    match fault {
        Fault::Hidden => Err(Trouble::NotFound),
        Fault::Store(error) => Err(our_fault(&error)),
        Fault::Refused(refusal) => {
            let problem = Problem::from(refusal);
            let mut typed = Fields::default();
            typed.problem("", problem.message);
            showing(seat, &typed).await
        }
    }
}
