//! What the rooms of the management system (clauses 5, 6 and 8) share: the frame of
//! their pages with clause and lead, a form with its button, and how a write ends.
//! Leaves no evidence: each room records its own.

use crate::{
    desk::Seat,
    door::our_fault,
    house::{House, colleagues},
};
use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use redress_kernel::{
    Action, Actor, By, Id, Instant, Organisation, Refusal,
    fields::{Field, Fields, Problem},
    person::granted,
};
use redress_store::{Error, Read, Tx};
use redress_web::{Html, Sent, Trouble, Voice, form};

/// Why a form of a chapter was not carried out.
#[derive(Debug)]
pub enum Fault {
    /// Not there, or not for this person's eyes.
    Hidden,
    Refused(Refusal),
    Store(Error),
}

impl From<Error> for Fault {
    fn from(error: Error) -> Fault {
        Fault::Store(error)
    }
}

impl From<Refusal> for Fault {
    fn from(refusal: Refusal) -> Fault {
        Fault::Refused(refusal)
    }
}

/// Who does something in a room, when, and in which organisation: what its decisions
/// are handed besides what was typed.
#[derive(Clone, Copy)]
pub struct Acting<'a> {
    pub actor: &'a Actor,
    pub organisation: &'a Organisation,
    pub now: Instant,
}

impl Acting<'_> {
    /// The office's day.
    pub fn today(&self) -> jiff::civil::Date {
        self.now.date_in(&self.organisation.zone())
    }

    pub fn by(&self) -> By {
        By {
            actor: self.actor.id,
            unit: self.actor.unit,
            at: self.now,
        }
    }
}

impl<'a> From<&'a Seat> for Acting<'a> {
    fn from(seat: &'a Seat) -> Acting<'a> {
        Acting {
            actor: &seat.actor,
            organisation: &seat.visit.organisation,
            now: seat.now,
        }
    }
}

/// A page of a chapter: its heading with the clause, a first sentence, its body.
pub struct Sheet<'a> {
    pub seat: &'a Seat,
    pub title: String,
    pub clause: &'static str,
    pub lead: Option<String>,
    /// The page above: path and name.
    pub above: Option<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "chapter/sheet.html")]
struct Board<'a> {
    t: &'a Voice,
    sheet: &'a Sheet<'a>,
    done: Option<String>,
    body: Html,
}

impl<'a> Sheet<'a> {
    pub fn new(
        seat: &'a Seat,
        title: impl Into<String>,
        lead: impl Into<String>,
        clause: &'static str,
    ) -> Sheet<'a> {
        Sheet {
            seat,
            title: title.into(),
            clause,
            lead: Some(lead.into()),
            above: None,
        }
    }

    /// A page of one thing below a list.
    pub fn of(
        seat: &'a Seat,
        title: String,
        clause: &'static str,
        above: (&'static str, &str),
    ) -> Sheet<'a> {
        Sheet {
            seat,
            title,
            clause,
            lead: None,
            above: Some((above.0, seat.t().say(above.1).into_owned())),
        }
    }

    /// The page; with problems in what was typed it is an answer 422.
    pub async fn answer(self, typed: &Fields, body: Html) -> Result<Response, Trouble> {
        let t = self.seat.t();
        let title = form::title(t, &self.title, typed);
        let done = self.seat.visit.query("done").map(str::to_owned);
        let done = done
            .map(|done| format!("chapter-done-{done}"))
            .filter(|key| t.has(key))
            .map(|key| t.say(&key).into_owned());
        let board = Html::from_template(&Board {
            t,
            sheet: &self,
            done,
            body,
        });
        let page = self.seat.board(&title, board).await?;
        let status = match typed.problems().is_empty() {
            true => StatusCode::OK,
            false => StatusCode::UNPROCESSABLE_ENTITY,
        };
        Ok((status, page).into_response())
    }
}

/// A form of a chapter. The same declaration draws it and reads it.
pub struct Form<'a> {
    pub action: String,
    pub fields: &'a [Field],
    /// Key of the button's label.
    pub button: &'a str,
    /// Keeps identifiers apart where a page has several forms.
    pub prefix: &'a str,
}

#[derive(Template)]
#[template(path = "chapter/form.html")]
struct Drawn<'a> {
    t: &'a Voice,
    action: String,
    hidden: Html,
    summary: Html,
    fields: Html,
    button: &'a str,
}

impl Form<'_> {
    pub fn draw(&self, t: &Voice, typed: &Fields, options: form::Options) -> Html {
        let options = form::Options {
            prefix: self.prefix.to_owned(),
            ..options
        };
        Html::from_template(&Drawn {
            t,
            action: t.href(&self.action),
            hidden: form::hidden(t),
            summary: form::summary(t, typed, &options),
            fields: form::draw(t, self.fields, typed, &options),
            button: self.button,
        })
    }
}

/// Those who may do something at all, for a form that names one of them.
pub fn colleagues_who_may(
    reader: &mut impl Read,
    action: Action,
) -> Result<Vec<(Id, String)>, Error> {
    let all = colleagues(reader)?.into_iter();
    Ok(all
        .filter(|colleague| granted(colleague.role, action))
        .map(|colleague| (colleague.id, colleague.name))
        .collect())
}

/// What was typed, read by its declaration; the seat speaks the form's language.
pub fn seated(house: House, actor: Actor, sent: Sent, declared: &[Field]) -> (Seat, Fields) {
    let mut fields = sent.fields;
    fields.take("lang");
    form::check(&mut fields, declared);
    (Seat::new(house, actor, sent.visit), fields)
}

/// How a write ended: with a value, or with problems beside the form.
pub enum Written<T> {
    Done(T),
    Again(Fields),
}

/// Carries out what was typed, inside the writer's transaction; what is refused comes
/// back beside its field, with nothing typed lost.
pub async fn write<T: Send + 'static>(
    seat: &Seat,
    fields: Fields,
    decide: impl FnOnce(&mut Tx, &Fields, &Acting) -> Result<T, Fault> + Send + 'static,
) -> Result<Written<T>, Trouble> {
    if !fields.problems().is_empty() {
        return Ok(Written::Again(fields));
    }
    let (own, typed) = (seat.clone(), fields.clone());
    let done = seat
        .house
        .db
        .write(move |tx: &mut Tx| decide(tx, &typed, &Acting::from(&own)))
        .await;
    match done {
        Ok(done) => Ok(Written::Done(done)),
        Err(Fault::Hidden) => Err(Trouble::NotFound),
        Err(Fault::Store(error)) => Err(our_fault(&error)),
        Err(Fault::Refused(refusal)) => {
            let (mut fields, problem) = (fields, Problem::from(refusal));
            fields.problem(&problem.field, problem.message);
            Ok(Written::Again(fields))
        }
    }
}

/// After a change: the page, with the sentence `chapter-done-{done}`.
pub fn back(seat: &Seat, path: &str, done: &str) -> Response {
    Redirect::to(&seat.t().href(&format!("{path}?done={done}"))).into_response()
}
