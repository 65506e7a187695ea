//! The list of erasures: what waits for a second person, what is coming, what was done;
//! and the form with which one is asked for.

use super::{
    acts::{self, ASKING},
    erasure::State,
    records::{ERASURE, Line, listed},
};
use askama::Template;
use axum::{Extension, extract::State as Held, response::Response};
use redress_complaint::{
    House,
    chapter::{Form, Sheet, Written, back, seated, write},
    desk::Seat,
    house::colleagues,
};
use redress_kernel::{Action, Actor, Id, Instant, fields::Fields, words::Message};
use redress_store::{Error, Reader};
use redress_web::{Html, Sent, Trouble, Voice, form};

pub const LIST: &str = "/system/erasures";

/// People by their names; somebody who left has none here.
pub type Names = Vec<(Id, String)>;

pub fn names(reader: &mut Reader) -> Result<Names, Error> {
    let all = colleagues(reader)?.into_iter();
    Ok(all.map(|one| (one.id, one.name)).collect())
}

pub fn name(t: &Voice, names: &Names, id: Id) -> String {
    if id == Id::SYSTEM {
        return t.say("data-by-redress").into_owned();
    }
    let found = names.iter().find(|(its, _)| *its == id);
    found.map_or_else(
        || t.say("data-somebody-left").into_owned(),
        |(_, name)| name.clone(),
    )
}

pub struct Shown {
    pub href: String,
    pub what: String,
    pub basis: String,
    pub by: String,
    pub asked: Html,
    pub due: Option<Html>,
    pub late: bool,
}

pub struct Section {
    pub key: String,
    pub lines: Vec<Shown>,
}

#[derive(Template)]
#[template(path = "data_protection/list.html")]
struct List<'a> {
    t: &'a Voice,
    sections: Vec<Section>,
    form: Option<Html>,
}

pub async fn list(seat: Seat) -> Result<Response, Trouble> {
    listing(&seat, &Fields::default()).await
}

type Read = (Vec<(State, Vec<Line>)>, Names);

fn read(reader: &mut Reader, seat: &Seat) -> Result<Read, Error> {
    let mut all = Vec::new();
    for state in State::ALL {
        all.push((
            state,
            listed(reader, &seat.actor, &[ERASURE], state.name())?,
        ));
    }
    Ok((all, names(reader)?))
}

async fn listing(seat: &Seat, typed: &Fields) -> Result<Response, Trouble> {
    let t = seat.t();
    let (all, names) = seat.look(read).await?;
    let sections = all.into_iter().map(|(state, lines)| Section {
        key: format!("erasure-state-{}", state.name()),
        lines: lines.iter().map(|line| shown(t, &names, line)).collect(),
    });
    let form = seat.may(Action::AskErasure).then(|| {
        let form = Form {
            action: LIST.to_owned(),
            fields: ASKING,
            button: "erasure-ask",
            prefix: "ask-",
        };
        form.draw(t, typed, form::Options::default())
    });
    let body = Html::from_template(&List {
        t,
        sections: sections
            .filter(|section| !section.lines.is_empty())
            .collect(),
        form,
    });
    let (title, lead) = (t.say("data-erasures"), t.say("data-erasures-lead"));
    Sheet::new(seat, title, lead, "8.1")
        .answer(typed, body)
        .await
}

fn shown(t: &Voice, names: &Names, line: &Line) -> Shown {
    Shown {
        href: t.href(&format!("{LIST}/{}", line.id)),
        what: t.text(&Message::new("erasure-of").with("n", line.n_cases)),
        basis: t.code("erased-basis", &line.basis),
        by: name(t, names, line.asked_by),
        asked: t.moment_short(line.asked_at),
        due: line.due.map(|at| t.moment_short(Instant::from_micros(at))),
        late: false,
    }
}

pub async fn ask(
    Held(house): Held<House>,
    Extension(actor): Extension<Actor>,
    sent: Sent,
) -> Result<Response, Trouble> {
    let (seat, fields) = seated(house, actor, sent, ASKING);
    match write(&seat, fields, acts::ask).await? {
        Written::Done(id) => Ok(back(&seat, &format!("{LIST}/{id}"), "erasure-asked")),
        Written::Again(typed) => listing(&seat, &typed).await,
    }
}
