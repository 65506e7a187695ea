//! At the desk: how it is wanted, and the page as a file to keep.

use super::{
    Wanted,
    data::bundle,
    paper::{Maker, file_name, paper},
    records::taken_along,
};
use crate::{
    Complaint, House,
    desk::{Seat, download_of},
    door::{our_fault, visible},
    house::{colleagues, organisation},
    record::Fault,
};
use askama::Template;
use axum::{
    extract::{Extension, Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use redress_kernel::{
    Actor, By, Lang, Role,
    fields::{Field, Fields, Kind},
};
use redress_store::Tx;
use redress_web::{Html, Sent, Trouble, Voice, form};

const LANGUAGE: Field = Field::new("bundle-language", Kind::Language).required();
const OPENED: Field = Field::new("bundle-opened", Kind::Tick).hinted();

#[derive(Template)]
#[template(path = "bundle/ask.html")]
struct Ask<'a> {
    t: &'a Voice,
    reference: &'a str,
    closed_for_you: bool,
    problems: Html,
    action: String,
    hidden: Html,
    fields: Html,
    back: String,
}

/// Whoever audits sees what was done and not who complained: what they carry out of the
/// house holds no names and no texts, whatever was ticked. Of the others each case is
/// asked whether they know its name.
fn may_open(actor: &Actor) -> bool {
    actor.role != Role::Auditor
}

fn declared(opens: bool) -> &'static [Field] {
    match opens {
        true => &[LANGUAGE, OPENED],
        false => &[LANGUAGE],
    }
}

pub async fn ask(seat: Seat, Path(reference): Path<String>) -> Response {
    let mut fields = Fields::default();
    fields.put(LANGUAGE.name, seat.t().tag());
    fields.put(OPENED.name, "1");
    answer(form_page(&seat, &reference, &fields).await)
}

fn answer(made: Result<Response, Trouble>) -> Response {
    made.unwrap_or_else(Trouble::into_response)
}

async fn form_page(seat: &Seat, reference: &str, typed: &Fields) -> Result<Response, Trouble> {
    let asked = reference.to_owned();
    let found = seat.look(move |reader, seat| visible(reader, &seat.actor, &asked, seat.now));
    let case = found.await?.ok_or(Trouble::NotFound)?;
    let t = seat.t();
    let whole = Wanted {
        language: Lang::default(),
        opened: may_open(&seat.actor),
    };
    let opens = whole.of(&case).opened;
    let body = Html::from_template(&Ask {
        t,
        reference: &case.reference,
        closed_for_you: !opens,
        problems: form::summary(t, typed, &form::Options::default()),
        action: t.href(&format!("/desk/{}/bundle", case.reference)),
        hidden: form::hidden(t),
        fields: form::draw(t, declared(opens), typed, &form::Options::default()),
        back: t.href(&format!("/desk/{}", case.reference)),
    });
    let title = form::title(t, &t.say("bundle-title"), typed);
    let status = match typed.problems().is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    Ok((status, seat.board(&title, body).await?).into_response())
}

pub async fn make(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(reference): Path<String>,
    sent: Sent,
) -> Response {
    let seat = Seat::new(house, actor, sent.visit.clone());
    let mut fields = sent.fields;
    if !may_open(&seat.actor) {
        fields.take(OPENED.name);
    }
    fields.check(declared(may_open(&seat.actor)));
    match fields.problems().is_empty() {
        true => answer(made(&seat, &reference, &fields).await),
        false => answer(form_page(&seat, &reference, &fields).await),
    }
}

/// The fact first: the page that leaves tells of itself, under a head that covers it.
async fn made(seat: &Seat, reference: &str, fields: &Fields) -> Result<Response, Trouble> {
    let wanted = Wanted {
        language: Lang::from_tag(fields.typed(LANGUAGE.name)).unwrap_or_default(),
        opened: may_open(&seat.actor) && fields.ticked(OPENED.name),
    };
    let (actor, asked) = (seat.actor.clone(), reference.to_owned());
    let by = By {
        actor: actor.id,
        unit: actor.unit,
        at: seat.now,
    };
    let write = move |tx: &mut Tx| taken_along(tx, &actor, &asked, wanted, &by);
    seat.house.db.write(write).await.map_err(trouble)?;
    let (asked, keys) = (reference.to_owned(), seat.house.db.keys().verifiers());
    let read = seat.look(move |reader, seat| {
        let Some(case) = visible(reader, &seat.actor, &asked, seat.now)? else {
            return Ok(None);
        };
        let it = organisation(reader)?;
        let bundle = bundle(reader, &case, &keys, wanted.of(&case), seat.now)?;
        let page = paper(
            &Voice::of(wanted.language, &it),
            &bundle,
            &Maker {
                organisation: &it.name,
                colleagues: &colleagues(reader)?,
            },
        );
        Ok(Some((case, page)))
    });
    let (case, page): (Complaint, String) = read.await?.ok_or(Trouble::NotFound)?;
    let media = "text/html; charset=utf-8";
    Ok(download_of(
        &file_name(&case.reference),
        media,
        page.into_bytes(),
    ))
}

fn trouble(fault: Fault) -> Trouble {
    match fault {
        Fault::Store(error) => our_fault(&error),
        // Who may not see the journal did not come past the permit.
        _ => Trouble::NotFound,
    }
}
