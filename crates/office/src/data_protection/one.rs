//! The page of one erasure: which cases, who asked and who agreed, what stands in its
//! way, and the report of what was taken.

use super::{
    acts::{self, AGREEING, SAYING_WHY},
    cases::candidates,
    erasure::{Candidate, Erasure, Moment, State},
    pages::{LIST, Names, name, names},
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
    desk::Seat,
    door::our_fault,
};
use redress_kernel::{
    Action, Actor, Id,
    fields::{Field, Fields},
    words::Message,
};
use redress_web::{Html, Sent, Trouble, Voice, form};

pub struct Told {
    pub what: String,
    pub at: Html,
    pub by: String,
    pub text: String,
}

pub fn told(t: &Voice, names: &Names, moment: &Moment) -> Told {
    Told {
        what: t.code("data-moment", moment.what),
        at: t.moment(moment.at),
        by: name(t, names, moment.by),
        text: moment.text.clone(),
    }
}

/// A case with what keeps it.
pub struct Case {
    pub href: String,
    pub reference: String,
    pub held: Option<Html>,
}

pub struct Offer {
    pub id: String,
    pub title: String,
    pub open: bool,
    pub form: Html,
}

#[derive(Template)]
#[template(path = "data_protection/one.html")]
struct One<'a> {
    t: &'a Voice,
    state: String,
    scope: String,
    entries: Vec<i64>,
    basis: String,
    due: Option<Html>,
    letter: Option<String>,
    cases: Vec<Case>,
    counts: Vec<(String, i64)>,
    steps: Vec<(String, String)>,
    remedy: bool,
    own: bool,
    /// It is the reader who agrees: what follows is said first.
    agreeing: bool,
    open_again: bool,
    history: Vec<Told>,
    offers: Vec<Offer>,
}

pub async fn show(seat: Seat, Path(id): Path<String>) -> Result<Response, Trouble> {
    let id: Id = id.parse().map_err(|_| Trouble::NotFound)?;
    showing(&seat, id, None, &Fields::default()).await
}

/// As a page answers a fault that no form can.
pub fn trouble(fault: Fault) -> Trouble {
    match fault {
        Fault::Hidden => Trouble::NotFound,
        Fault::Refused(refusal) => Trouble::Refused(refusal),
        Fault::Store(error) => our_fault(&error),
    }
}

async fn showing(
    seat: &Seat,
    id: Id,
    asked: Option<&str>,
    typed: &Fields,
) -> Result<Response, Trouble> {
    let t = seat.t();
    let own = seat.clone();
    let read = seat.house.db.read(move |reader| -> Result<_, Fault> {
        let erasure = acts::find(reader, &Acting::from(&own), id)?;
        let cases = candidates(reader, &erasure.complaints, Some(id))?;
        Ok((erasure, cases, names(reader)?))
    });
    let (erasure, cases, names) = read.await.map_err(trouble)?;
    let codes = |prefix: &str, of: &std::collections::BTreeMap<String, String>| {
        let step = |(name, went): (&String, &String)| (t.code(prefix, name), t.code("went", went));
        of.iter().map(step).collect()
    };
    let body = Html::from_template(&One {
        t,
        state: t.code("erasure-state", erasure.state.name()),
        scope: t.code("erasure-scope", &erasure.scope),
        entries: erasure.entries.clone(),
        basis: t.code("erased-basis", &erasure.basis),
        due: erasure.due_at.map(|at| t.moment(at)),
        letter: (!erasure.told.is_empty()).then(|| t.code("erasure-letter", &erasure.told)),
        cases: cases.iter().map(|case| shown(t, case)).collect(),
        counts: counts(t, &erasure),
        steps: codes("residue", &erasure.steps),
        remedy: erasure.steps.values().any(|went| went == "not-allowed"),
        open_again: erasure.waits_for_closing(&cases),
        own: erasure.state == State::Asked && erasure.asked_by == seat.actor.id,
        agreeing: decides(seat, &erasure),
        history: erasure
            .history
            .iter()
            .map(|it| told(t, &names, it))
            .collect(),
        offers: offers(seat, &erasure, asked, typed),
    });
    let title = t.text(&Message::new("erasure-of").with("n", erasure.complaints.len()));
    let sheet = Sheet::of(seat, title, "8.1", (LIST, "data-erasures"));
    sheet.answer(typed, body).await
}

pub fn shown(t: &Voice, case: &Candidate) -> Case {
    let held = case.held.as_ref().map(|held| {
        let message = Message::new("erasure-case-held")
            .with("hold", held.name.as_str())
            .with("day", held.review_on);
        t.html(&message)
    });
    Case {
        href: t.href(&format!("/desk/{}", case.reference)),
        reference: case.reference.clone(),
        held,
    }
}

fn counts(t: &Voice, erasure: &Erasure) -> Vec<(String, i64)> {
    let count = |(what, n): (&String, &i64)| (t.code("erased-count", what), *n);
    erasure.counts.iter().map(count).collect()
}

/// Whether it is this person's to agree or not.
fn decides(seat: &Seat, erasure: &Erasure) -> bool {
    erasure.state == State::Asked
        && erasure.asked_by != seat.actor.id
        && seat.may(Action::DecideErasure)
}

/// The forms that are open now to this person; the one that came back stands open.
fn offers(seat: &Seat, erasure: &Erasure, asked: Option<&str>, typed: &Fields) -> Vec<Offer> {
    let decides = decides(seat, erasure);
    let stops = matches!(erasure.state, State::Asked | State::Approved);
    let all: [(&str, &'static [Field], bool); 3] = [
        ("approval", AGREEING, decides),
        ("refusal", SAYING_WHY, decides),
        ("stop", SAYING_WHY, stops && seat.may(Action::AskErasure)),
    ];
    // One that came back is shown, too, with what was in its way.
    let open = all
        .into_iter()
        .filter(|(name, _, open)| *open || asked == Some(*name));
    open.map(|(name, fields, _)| {
        let came_back = asked == Some(name);
        let values = if came_back {
            typed.clone()
        } else {
            Fields::default()
        };
        offer(
            seat.t(),
            (&format!("{LIST}/{}", erasure.id), "erasure-do", name),
            fields,
            &values,
            came_back || name == "approval",
        )
    })
    .collect()
}

/// A form below a page, folded away.
pub fn offer(
    t: &Voice,
    (page, words, name): (&str, &str, &str),
    fields: &'static [Field],
    values: &Fields,
    open: bool,
) -> Offer {
    let (prefix, button) = (format!("{name}-"), format!("{words}-{name}"));
    let form = Form {
        action: format!("{page}/{name}"),
        fields,
        button: &button,
        prefix: &prefix,
    };
    Offer {
        id: format!("act-{name}"),
        title: t.say(&button).into_owned(),
        open,
        form: form.draw(t, values, form::Options::default()),
    }
}

pub async fn approve(
    Held(house): Held<House>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Trouble> {
    let id: Id = id.parse().map_err(|_| Trouble::NotFound)?;
    let (seat, fields) = seated(house, actor, sent, AGREEING);
    let house = seat.house.clone();
    let done = write(&seat, fields, move |tx, _, acting| {
        acts::approve(tx, &house, id, acting)
    });
    ended(&seat, id, "approval", done.await?).await
}

pub async fn refuse(
    Held(house): Held<House>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Trouble> {
    let id: Id = id.parse().map_err(|_| Trouble::NotFound)?;
    let (seat, fields) = seated(house, actor, sent, SAYING_WHY);
    let done = write(&seat, fields, move |tx, fields, acting| {
        acts::refuse(tx, fields, id, acting)
    });
    ended(&seat, id, "refusal", done.await?).await
}

pub async fn stop(
    Held(house): Held<House>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Trouble> {
    let id: Id = id.parse().map_err(|_| Trouble::NotFound)?;
    let (seat, fields) = seated(house, actor, sent, SAYING_WHY);
    let house = seat.house.clone();
    let done = write(&seat, fields, move |tx, fields, acting| {
        acts::stop(tx, &house, fields, id, acting)
    });
    ended(&seat, id, "stop", done.await?).await
}

async fn ended(
    seat: &Seat,
    id: Id,
    act: &'static str,
    written: Written<()>,
) -> Result<Response, Trouble> {
    match written {
        Written::Done(()) => {
            let done = format!("erasure-{act}");
            Ok(back(seat, &format!("{LIST}/{id}"), &done))
        }
        Written::Again(typed) => showing(seat, id, Some(act), &typed).await,
    }
}
