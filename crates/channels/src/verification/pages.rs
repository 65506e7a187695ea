//! The page: a form, and above it what came of the last receipt.

use super::{
    judge::{Asked, Not, judge},
    often::{Often, Whence},
    paper::{Paper, by_mark},
    show,
};
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use redress_complaint::{House, door::our_fault};
use redress_kernel::{
    fields::{Field, Fields, Kind},
    words::Message,
};
use redress_web::{Sent, Trouble, Visit};
use std::sync::Arc;

pub const FORM: &[Field] = &[
    Field::new("receipt-text", Kind::Text(20_000)).hinted(),
    Field::new("receipt-file", Kind::Files).hinted(),
    Field::new("journal-key", Kind::Line(300)).hinted(),
];

/// Of a receipt of ours on paper.
pub const PAPER: &[Field] = &[
    Field::new("receipt-reference", Kind::Line(60)).hinted(),
    Field::new("receipt-mark", Kind::Line(500)).hinted(),
];

pub async fn ask(State(house): State<House>, visit: Visit) -> Response {
    show::page(&house, &visit, &Fields::default(), None).into_response()
}

pub async fn check(
    often: Arc<Often>,
    State(house): State<House>,
    whence: Whence,
    sent: Sent,
) -> Result<Response, Trouble> {
    let mut fields = kept(&sent);
    fields.check(&[FORM, PAPER].concat());
    let nothing = sent.files_of("receipt-file").next().is_none()
        && ["receipt-text", "receipt-mark"]
            .map(|name| fields.text(name))
            .concat()
            .is_empty();
    if nothing && fields.problems().is_empty() {
        // Nothing was asked: that is no verdict on a receipt.
        fields.problem("receipt-text", Message::new("verification-not-empty"));
    }
    if !fields.problems().is_empty() {
        return Ok(again(
            &house,
            &sent.visit,
            &fields,
            StatusCode::UNPROCESSABLE_ENTITY,
        ));
    }
    if !often.admits(&whence, house.now()) {
        fields.problem("", Message::new("verification-often"));
        return Ok(again(
            &house,
            &sent.visit,
            &fields,
            StatusCode::TOO_MANY_REQUESTS,
        ));
    }
    let file = sent.files_of("receipt-file").next();
    let asked = Asked {
        receipt: match file {
            Some(file) => file.bytes.to_vec(),
            None => fields.text("receipt-text").into_bytes(),
        },
        key: fields.text("journal-key"),
    };
    let paper = Paper {
        reference: fields.text("receipt-reference"),
        mark: fields.text("receipt-mark"),
    };
    let on_paper = !paper.mark.is_empty() && asked.receipt.is_empty();
    let verifiers = house.db.keys().verifiers();
    let judged = house
        .db
        .read(move |reader| match on_paper {
            true => by_mark(reader, &paper, &verifiers),
            false => judge(reader, &asked, &verifiers),
        })
        .await
        .map_err(|error| our_fault(&error))?;
    let status = match &judged {
        Ok(_) => StatusCode::OK,
        Err(Not(_)) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    Ok((
        status,
        show::page(&house, &sent.visit, &fields, Some(judged)),
    )
        .into_response())
}

fn again(house: &House, visit: &Visit, fields: &Fields, status: StatusCode) -> Response {
    (status, show::page(house, visit, fields, None)).into_response()
}

/// Fields that we never drew are nobody's mistake; what is wrong with a file stays.
fn kept(sent: &Sent) -> Fields {
    let mut fields = Fields::default();
    for name in [
        "receipt-text",
        "journal-key",
        "receipt-reference",
        "receipt-mark",
    ] {
        fields.put(name, sent.fields.typed(name));
    }
    for problem in sent.fields.problems() {
        fields.problem(&problem.field, problem.message.clone());
    }
    fields
}
