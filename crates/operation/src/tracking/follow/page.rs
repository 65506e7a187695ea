//! What is done on the page: each act found, decided on the newest state, recorded, shown.

use super::{
    acts,
    door::{is_https, opened},
    session, show,
};
use axum::{
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use redress_complaint::{
    Complaint, House, Verb,
    door::kept,
    record::{self, Asked, Fault, perform},
};
use redress_kernel::{
    Action, Actor, By, Draft, Id, Refusal, Role,
    fields::{Field, Fields, Problem},
    words::Message,
};
use redress_store::{Error, Read};
use redress_web::{Sent, Visit};

pub async fn status(State(house): State<House>, headers: HeaderMap, visit: Visit) -> Response {
    match opened(&house, &headers, &visit).await {
        Ok(case) => {
            let page = show::status(&house, &visit, &case, &show::Typed::default());
            // Each look is another half hour.
            let cookie = session::cookie(
                house.db.keys().code_key(),
                &case,
                house.now(),
                is_https(&house),
            );
            ([(header::SET_COOKIE, cookie)], page).into_response()
        }
        Err(elsewhere) => elsewhere,
    }
}

pub async fn message(State(house): State<House>, headers: HeaderMap, sent: Sent) -> Response {
    let case = match opened(&house, &headers, &sent.visit).await {
        Ok(case) => case,
        Err(elsewhere) => return elsewhere,
    };
    let fields = checked(acts::MESSAGE, &sent.fields);
    if !fields.problems().is_empty() {
        return shown_again(
            &house,
            &sent.visit,
            &case,
            show::Typed {
                message: fields,
                ..show::Typed::default()
            },
        );
    }
    let (text, language, now) = (fields.text("your-message"), sent.visit.lang, house.now());
    let recorded = house.db.write(move |tx| -> Result<(), Error> {
        let Some(case) = record::find(tx, case.id)? else {
            return Ok(());
        };
        if let Some(draft) = acts::message(&case, &text, language, now) {
            tx.record(draft, &By::complainant(now))?;
        }
        Ok(())
    });
    match recorded.await {
        Ok(()) => back_saying(&sent.visit, "message"),
        Err(error) => show::fault(error).into_response(),
    }
}

pub async fn information(State(house): State<House>, headers: HeaderMap, sent: Sent) -> Response {
    let case = match opened(&house, &headers, &sent.visit).await {
        Ok(case) => case,
        Err(elsewhere) => return elsewhere,
    };
    let fields = checked(acts::INFORMATION, &sent.fields);
    let files = kept(&house, sent.files_of("more-files").cloned().collect());
    if !fields.problems().is_empty() {
        return shown_again(
            &house,
            &sent.visit,
            &case,
            show::Typed {
                information: fields,
                ..show::Typed::default()
            },
        );
    }
    let (text, now, id) = (fields.text("more-information"), house.now(), case.id);
    let recorded = house.db.write(move |tx| -> Result<(), Fault> {
        let case = record::find(tx, id)?.ok_or(Fault::Hidden)?;
        let draft = acts::information(&case, &text, &files, now)
            .map_err(|refusal| Fault::Refused(refusal, Fields::default()))?;
        if let Some(draft) = draft {
            record::keep(tx, &files)?;
            tx.record(draft, &By::complainant(now))?;
        }
        Ok(())
    });
    match recorded.await {
        Ok(()) => back_saying(&sent.visit, "information"),
        Err(Fault::Refused(refusal, _)) => {
            let information = refused(fields, refusal);
            shown_again(
                &house,
                &sent.visit,
                &case,
                show::Typed {
                    information,
                    ..show::Typed::default()
                },
            )
        }
        Err(other) => failed(other),
    }
}

/// Accepts, or does not and perhaps asks for the review.
pub async fn answer(State(house): State<House>, headers: HeaderMap, sent: Sent) -> Response {
    let case = match opened(&house, &headers, &sent.visit).await {
        Ok(case) => case,
        Err(elsewhere) => return elsewhere,
    };
    let fields = checked(acts::ANSWER, &sent.fields);
    if !fields.problems().is_empty() {
        return shown_again(
            &house,
            &sent.visit,
            &case,
            show::Typed {
                answer: fields,
                ..show::Typed::default()
            },
        );
    }
    let accepted = fields.typed("your-answer") == "accept";
    let said = [
        ("accepted", if accepted { "yes" } else { "no" }.to_owned()),
        ("reason", fields.text("answer-reason")),
        (
            "review-wanted",
            if fields.ticked("ask-review") && !accepted {
                "1"
            } else {
                ""
            }
            .to_owned(),
        ),
    ];
    match ask(&house, &case, "acceptance", Action::RecordAcceptance, &said).await {
        Ok(()) => back_saying(
            &sent.visit,
            if accepted { "accepted" } else { "not-accepted" },
        ),
        Err(Fault::Refused(refusal, _)) => {
            let answer = refused(fields, refusal);
            shown_again(
                &house,
                &sent.visit,
                &case,
                show::Typed {
                    answer,
                    ..show::Typed::default()
                },
            )
        }
        Err(other) => failed(other),
    }
}

pub async fn ask_withdraw(
    State(house): State<House>,
    headers: HeaderMap,
    visit: Visit,
) -> Response {
    match opened(&house, &headers, &visit).await {
        Ok(case) => show::withdraw(&visit, &case, &Fields::default()).into_response(),
        Err(elsewhere) => elsewhere,
    }
}

pub async fn withdraw(State(house): State<House>, headers: HeaderMap, sent: Sent) -> Response {
    let case = match opened(&house, &headers, &sent.visit).await {
        Ok(case) => case,
        Err(elsewhere) => return elsewhere,
    };
    let fields = checked(acts::WITHDRAW, &sent.fields);
    if !fields.problems().is_empty() {
        return (
            StatusCode::UNPROCESSABLE_ENTITY,
            show::withdraw(&sent.visit, &case, &fields),
        )
            .into_response();
    }
    let said = [("reason", fields.text("withdraw-reason"))];
    match ask(&house, &case, "withdrawal", Action::Withdraw, &said).await {
        // A second press finds it withdrawn already: that is what was wanted.
        Ok(()) => back_saying(&sent.visit, "withdrawn"),
        Err(Fault::Refused(refusal, _)) if refusal.code == "withdrawn-already" => {
            back_saying(&sent.visit, "withdrawn")
        }
        Err(Fault::Refused(refusal, _)) => {
            let fields = refused(fields, refusal);
            (
                StatusCode::UNPROCESSABLE_ENTITY,
                show::withdraw(&sent.visit, &case, &fields),
            )
                .into_response()
        }
        Err(other) => failed(other),
    }
}

pub async fn ask_details(State(house): State<House>, headers: HeaderMap, visit: Visit) -> Response {
    match opened(&house, &headers, &visit).await {
        Ok(case) => show::details(&visit, &case, &acts::known_details(&case)).into_response(),
        Err(elsewhere) => elsewhere,
    }
}

pub async fn details(State(house): State<House>, headers: HeaderMap, sent: Sent) -> Response {
    let case = match opened(&house, &headers, &sent.visit).await {
        Ok(case) => case,
        Err(elsewhere) => return elsewhere,
    };
    let mut fields = checked(acts::DETAILS, &sent.fields);
    if fields
        .optional("your-email")
        .is_some_and(|email| !email.contains('@'))
    {
        fields.problem("your-email", Message::new("err-email"));
    }
    if !fields.problems().is_empty() {
        return (
            StatusCode::UNPROCESSABLE_ENTITY,
            show::details(&sent.visit, &case, &fields),
        )
            .into_response();
    }
    let now = house.now();
    let recorded = house.db.write(move |tx| -> Result<(), Error> {
        let Some(case) = record::find(tx, case.id)? else {
            return Ok(());
        };
        let draft: Option<Draft> = acts::details(&case, &fields);
        draft.map_or(Ok(()), |draft| {
            tx.record(draft, &By::complainant(now)).map(|_| ())
        })
    });
    match recorded.await {
        Ok(()) => back_saying(&sent.visit, "details"),
        Err(error) => show::fault(error).into_response(),
    }
}

/// A file of the complainant's own, or one that came with a letter to them;
/// what colleagues filed as evidence is not among them.
pub async fn file(
    State(house): State<House>,
    headers: HeaderMap,
    Path(file): Path<String>,
    visit: Visit,
) -> Response {
    let case = match opened(&house, &headers, &visit).await {
        Ok(case) => case,
        Err(elsewhere) => return elsewhere,
    };
    let wanted = file
        .parse::<Id>()
        .ok()
        .filter(|id| show::files(&case).iter().any(|its| its.id == *id));
    let Some(id) = wanted else {
        return redress_web::Trouble::NotFound.into_response();
    };
    let bytes = house
        .db
        .read(move |reader| -> Result<_, Error> { reader.blob(id) })
        .await;
    match bytes {
        Ok(Some(bytes)) => download(bytes),
        Ok(None) => redress_web::Trouble::NotFound.into_response(),
        Err(error) => show::fault(error).into_response(),
    }
}

/// Never shown inside our pages, whatever it calls itself.
fn download(bytes: Vec<u8>) -> Response {
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/octet-stream"),
        ),
        (
            header::CONTENT_DISPOSITION,
            HeaderValue::from_static("attachment"),
        ),
        (
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static("sandbox; default-src 'none'"),
        ),
    ];
    (headers, bytes).into_response()
}

/// Does another room's verb in the complainant's name: that room alone decides.
async fn ask(
    house: &House,
    case: &Complaint,
    name: &str,
    action: Action,
    said: &[(&str, String)],
) -> Result<(), Fault> {
    let verb = house
        .slices
        .iter()
        .flat_map(|slice| slice.verbs)
        .find(|verb| verb.name == name)
        .copied();
    let verb: Verb = verb.ok_or(Fault::Hidden)?;
    let mut fields = Fields::default();
    fields.put("channel", "web");
    said.iter()
        .filter(|(_, value)| !value.is_empty())
        .for_each(|(name, value)| fields.put(name, value.as_str()));
    let asked = Asked {
        complaint: case.id,
        verb,
        fields,
        files: Vec::new(),
        seen: None,
        actor: complainant(action),
        now: house.now(),
    };
    let inside = house.clone();
    house
        .db
        .write(move |tx| perform(tx, &inside, asked).map(|_| ()))
        .await
}

/// Whoever holds the access code, with leave for this one act on this one case.
fn complainant(action: Action) -> Actor {
    Actor {
        id: Id::COMPLAINANT,
        name: String::new(),
        email: String::new(),
        role: Role::Handler,
        unit: None,
        scope: Some(vec![action]),
    }
}

/// Only what the form asks for, with the problems met while reading it.
fn checked(declared: &[Field], typed: &Fields) -> Fields {
    let mut fields = Fields::default();
    for field in declared {
        typed
            .all(field.name)
            .iter()
            .for_each(|value| fields.put(field.name, value.as_str()));
    }
    let ours = |problem: &&Problem| declared.iter().any(|field| field.name == problem.field);
    for problem in typed.problems().iter().filter(ours) {
        fields.problem(&problem.field, problem.message.clone());
    }
    fields.check(declared);
    fields
}

fn refused(mut fields: Fields, refusal: Refusal) -> Fields {
    let problem = Problem::from(refusal);
    let field = if fields.names().any(|name| name == problem.field) {
        problem.field
    } else {
        String::new()
    };
    fields.problem(&field, problem.message);
    fields
}

fn shown_again(house: &House, visit: &Visit, case: &Complaint, typed: show::Typed) -> Response {
    (
        StatusCode::UNPROCESSABLE_ENTITY,
        show::status(house, visit, case, &typed),
    )
        .into_response()
}

fn back_saying(visit: &Visit, done: &str) -> Response {
    Redirect::to(&visit.voice().href(&format!("/follow/case?done={done}"))).into_response()
}

fn failed(fault: Fault) -> Response {
    match fault {
        Fault::Store(error) => show::fault(error).into_response(),
        _ => redress_web::Trouble::NotFound.into_response(),
    }
}
