//! After the call: what is read back, the reference and the access code; and the
//! same as a sheet to hand over, in the complainant's language.

use crate::{follow::follow, proof::block};
use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use redress_complaint::{
    Complaint, desk::Seat, door::visible, identity::reveal_first, proof::of_receipt,
};
use redress_kernel::{Lang, reference::access_code};
use redress_web::{Html, Trouble, Voice};

/// What stands on the page and on the sheet alike, in the complainant's language.
#[derive(Template)]
#[template(path = "phone/told.html")]
struct Told<'a> {
    t: &'a Voice,
    lang: Lang,
    reference: Html,
    code: Html,
    received: Html,
    story: &'a str,
    wish: &'a str,
    name: &'a str,
    acknowledgement: Option<Html>,
    response: Option<Html>,
    /// Where to follow it, where the sheet does not say so itself.
    follow: Option<Html>,
}

#[derive(Template)]
#[template(path = "phone/recorded.html")]
struct Recorded<'a> {
    t: &'a Voice,
    reference: Html,
    told: Html,
    case: String,
    receipt: String,
    another: String,
}

#[derive(Template)]
#[template(path = "phone/receipt.html")]
struct Sheet<'a> {
    t: &'a Voice,
    told: Html,
    recorded: Html,
    follow: Html,
    proof: Html,
}

pub async fn read_back(seat: Seat, Path(reference): Path<String>) -> Response {
    let case = match case(&seat, reference).await {
        Ok(case) => case,
        Err(elsewhere) => return elsewhere,
    };
    let t = seat.t();
    let body = Html::from_template(&Recorded {
        t,
        reference: t.reference(&case.reference),
        told: told(&seat, &case, true),
        case: t.href(&format!("/desk/{}", case.reference)),
        receipt: t.href(&format!("/desk/{}/receipt", case.reference)),
        another: t.href("/desk/new"),
    });
    match seat.board(&t.say("phone-recorded"), body).await {
        Ok(html) => html.into_response(),
        Err(trouble) => trouble.into_response(),
    }
}

pub async fn print(seat: Seat, Path(reference): Path<String>) -> Response {
    let case = match case(&seat, reference).await {
        Ok(case) => case,
        Err(elsewhere) => return elsewhere,
    };
    let id = case.id;
    let proof = match seat.look(move |reader, _| of_receipt(reader, id)).await {
        Ok(proof) => proof,
        Err(trouble) => return trouble.into_response(),
    };
    let page = seat.sheet(case.language);
    let t = page.t.clone();
    let body = Html::from_template(&Sheet {
        t: &t,
        told: told(&seat, &case, false),
        recorded: t.moment(case.recorded_at),
        follow: follow(&t, &seat.house.base_url, proof.as_ref()),
        proof: proof
            .map(|proof| block(&t, &proof, None))
            .unwrap_or_default(),
    });
    let large = case.needs.iter().any(|need| need == "large-print");
    page.paper(&t.say("proof-of-receipt"), body, large)
        .into_response()
}

/// The access code opens everything that the complainant sees: it is read to nobody
/// who may not know who that is.
async fn case(seat: &Seat, reference: String) -> Result<Complaint, Response> {
    let found = seat
        .look(move |reader, seat| visible(reader, &seat.actor, &reference, seat.now))
        .await;
    match found {
        Ok(Some(case)) if case.is_masked() && !case.complainant.is_empty() => {
            Err(reveal_first(seat, &case.reference))
        }
        Ok(Some(case)) => Ok(case),
        Ok(None) => Err(Trouble::NotFound.into_response()),
        Err(trouble) => Err(trouble.into_response()),
    }
}

fn told(seat: &Seat, case: &Complaint, with_address: bool) -> Html {
    let t = Voice::of(case.language, &seat.visit.organisation);
    let code = access_code(seat.house.db.keys().code_key(), case.id, case.code_issue);
    Html::from_template(&Told {
        t: &t,
        lang: case.language,
        reference: t.reference(&case.reference),
        code: t.reference(&code),
        received: t.moment(case.received_at),
        story: &case.description,
        wish: &case.remedy_sought,
        name: case.complainant_name(),
        acknowledgement: case.due.update.map(|at| t.day(at)),
        response: case.due.response.map(|at| t.day(at)),
        follow: with_address.then(|| t.latin(&format!("{}/follow", seat.house.base_url))),
    })
}
