//! A message on paper, in its reader's language: to print and post, or to read
//! out on the telephone. Large print for whoever needs it.

use crate::{follow::follow, proof::block};
use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use redress_complaint::{
    Complaint,
    case::{CaseMessage, MessageState},
    desk::Seat,
    door::visible,
    identity::reveal_first,
    proof::{ProofOfReceipt, of_receipt},
    telling::filled,
};
use redress_kernel::{Id, reference::access_code};
use redress_web::{Html, Trouble};

#[derive(Template)]
#[template(path = "outbox/sheet.html")]
struct Sheet {
    name: Html,
    to: Html,
    date: Html,
    subject: Html,
    paragraphs: Vec<Html>,
    /// With an acknowledgement: where to follow the complaint, and the receipt.
    follow: Html,
    receipt: Html,
}

pub async fn print(seat: Seat, Path((reference, message)): Path<(String, String)>) -> Response {
    let found = seat.look(move |reader, seat| {
        let case = visible(reader, &seat.actor, &reference, seat.now)?;
        let proof = match &case {
            Some(case) => of_receipt(reader, case.id)?,
            None => None,
        };
        Ok(case.map(|case| (case, proof)))
    });
    let (case, proof) = match found.await {
        Ok(Some(found)) => found,
        Ok(None) => return Trouble::NotFound.into_response(),
        Err(trouble) => return trouble.into_response(),
    };
    // On paper there is no mask: whoever prints it knows to whom it goes.
    if case.is_masked() {
        return reveal_first(&seat, &case.reference);
    }
    let message = message.parse::<Id>().ok().and_then(|id| case.message(id));
    match message.filter(|message| {
        !message.incoming && !message.erased && message.state != MessageState::Withdrawn
    }) {
        Some(message) => sheet(&seat, &case, message, proof.as_ref()).into_response(),
        None => Trouble::NotFound.into_response(),
    }
}

fn sheet(
    seat: &Seat,
    case: &Complaint,
    message: &CaseMessage,
    proof: Option<&ProofOfReceipt>,
) -> Html {
    let page = seat.sheet(message.language);
    let t = page.t.clone();
    let code = access_code(seat.house.db.keys().code_key(), case.id, case.code_issue);
    let fill = |text: &str| filled(text, &code, &format!("{}/follow", seat.house.base_url));
    let subject = fill(&message.subject);
    let proof = proof.filter(|_| message.purpose == "acknowledgement");
    let body = Html::from_template(&Sheet {
        name: t.bdi(&message.name),
        to: lines(&message.to),
        date: t.day(message.at),
        subject: Html::text(&subject),
        paragraphs: fill(&message.body)
            .split("\n\n")
            .filter(|p| !p.trim().is_empty())
            .map(lines)
            .collect(),
        follow: proof
            .map(|proof| follow(&t, &seat.house.base_url, Some(proof)))
            .unwrap_or_default(),
        receipt: proof
            .map(|proof| block(&t, proof, None))
            .unwrap_or_default(),
    });
    page.paper(
        &subject,
        body,
        case.needs.iter().any(|need| need == "large-print"),
    )
}

fn lines(text: &str) -> Html {
    let lines: Vec<String> = text
        .trim()
        .lines()
        .map(|line| Html::text(line).into_string())
        .collect();
    Html::trusted(lines.join("<br>"))
}
