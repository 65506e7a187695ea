//! What a person decides on the page of a message. Evidence: what they decided.

use super::{
    acts::{self, Fault},
    message::sheet,
    pages::PATH,
};
use axum::{
    Extension,
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use redress_complaint::{House, desk::Seat, door::our_fault};
use redress_kernel::{Actor, By, Id, Refusal};
use redress_store::Tx;
use redress_web::{Html, Sent, Trouble, Voice};

type Acted = (House, Actor, String, Sent);

pub async fn complaint(
    State(house): State<House>,
    Path(mail): Path<String>,
    Extension(actor): Extension<Actor>,
    sent: Sent,
) -> Response {
    act((house, actor, mail, sent), "made", |tx, mail, who, by| {
        acts::complaint(tx, mail, who, by)
    })
    .await
}

pub async fn join(
    State(house): State<House>,
    Path(mail): Path<String>,
    Extension(actor): Extension<Actor>,
    sent: Sent,
) -> Response {
    let (who, typed) = (actor.clone(), sent.fields.text("reference"));
    act(
        (house, actor, mail, sent),
        "joined",
        move |tx, mail, _, by| acts::join(tx, mail, &typed, &who, by),
    )
    .await
}

pub async fn dismiss(
    State(house): State<House>,
    Path(mail): Path<String>,
    Extension(actor): Extension<Actor>,
    sent: Sent,
) -> Response {
    act(
        (house, actor, mail, sent),
        "dismissed",
        |tx, mail, who, by| acts::dismiss(tx, mail, who, by).map(|()| String::new()),
    )
    .await
}

pub async fn undo(
    State(house): State<House>,
    Path(mail): Path<String>,
    Extension(actor): Extension<Actor>,
    sent: Sent,
) -> Response {
    act((house, actor, mail, sent), "undone", |tx, mail, who, by| {
        acts::undo(tx, mail, who, by).map(|()| String::new())
    })
    .await
}

/// Decides on the newest state, then back to the list, which says what was done.
async fn act(
    (house, actor, mail, sent): Acted,
    done: &str,
    does: impl FnOnce(&mut Tx, Id, &Actor, &By) -> Result<String, Fault> + Send + 'static,
) -> Response {
    let seat = Seat::new(house, actor.clone(), sent.visit.clone());
    let Ok(id) = mail.parse::<Id>() else {
        return Trouble::NotFound.into_response();
    };
    let by = By {
        actor: actor.id,
        unit: actor.unit,
        at: seat.now,
    };
    let written = seat
        .house
        .db
        .write(move |tx: &mut Tx| does(tx, id, &actor, &by));
    match written.await {
        Ok(case) => {
            let done = match (done, case.as_str()) {
                ("made", "") => "taken",
                _ => done,
            };
            let to = format!("{PATH}?done={done}&mail={id}&case={case}");
            Redirect::to(&seat.t().href(&to)).into_response()
        }
        Err(Fault::Hidden) => Trouble::NotFound.into_response(),
        Err(Fault::Refused(no)) => {
            let problem = said(seat.t(), &no);
            sheet(&seat, &mail, Some(problem), sent.fields.text("reference")).await
        }
        Err(Fault::Store(error)) => our_fault(&error).into_response(),
    }
}

fn said(t: &Voice, no: &Refusal) -> Html {
    Html::text(&t.code("refusal", no.code))
}
