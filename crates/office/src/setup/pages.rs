//! The pages of the first start: the owner, and where to go next.

use super::owner as add_owner;
use crate::{
    fault::{Fault, beside, ours},
    frame::Form,
    joining::set_password,
    new_password, password,
    records::{Purpose, link, link_expiry, use_link},
    samples::{Keeper, Opened, opened},
    secret,
    session::{self, Transport},
    steps,
};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::{HeaderMap, StatusCode, header::SET_COOKIE},
    response::{IntoResponse, Redirect, Response},
};
use redress_complaint::House;
use redress_kernel::{
    By, Id, Instant, Lang,
    fields::{Field, Fields, Kind},
    words::Message,
};
use redress_store::{Error, Read, Reader, Tx};
use redress_web::{Html, Sent, Trouble, Visit, Voice, form};

const OWNER: &[Field] = &[
    Field::new("name", Kind::Line(200)).required(),
    Field::new("email", Kind::Line(254)).required(),
];

#[derive(Template)]
#[template(path = "setup/owner.html")]
struct Owner<'a> {
    t: &'a Voice,
    form: Html,
    expires: Option<Instant>,
    open: bool,
}

pub async fn owner(
    State(house): State<House>,
    Path(token): Path<String>,
    visit: Visit,
) -> Result<Response, Trouble> {
    owner_page(&house, &visit, &token, &Fields::default()).await
}

async fn owner_page(
    house: &House,
    visit: &Visit,
    token: &str,
    typed: &Fields,
) -> Result<Response, Trouble> {
    let (hash, now) = (secret::kept(token), house.now());
    let read = move |reader: &mut Reader| -> Result<_, Error> {
        Ok((counts(reader, &hash, now)?, link_expiry(reader, &hash)?))
    };
    let (counts, expires) = house.db.read(read).await.map_err(ours)?;
    if !counts {
        return Err(Trouble::NotFound);
    }
    let t = visit.voice();
    let fields: Html = [
        form::draw(&t, OWNER, typed, &form::Options::default()),
        new_password::draw(&t, typed),
    ]
    .into_iter()
    .collect();
    let form = Form::new(
        &t,
        &format!("/setup/{token}"),
        fields,
        Some("setup-make-owner"),
    )
    .with_summary(typed)
    .html();
    let open = session::transport(&house.base_url) == Transport::Open;
    let body = Html::from_template(&Owner {
        t: &t,
        form,
        expires,
        open,
    });
    let title = form::title(&t, &t.say("setup-owner"), typed);
    let status = if typed.problems().is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    Ok((status, steps::page(visit, "owner", &title, body)).into_response())
}

fn counts(reader: &mut impl Read, hash: &str, now: Instant) -> Result<bool, Error> {
    Ok(link(reader, hash, Purpose::SetUp, now)?.is_some())
}

pub async fn make_owner(
    State(house): State<House>,
    Path(token): Path<String>,
    headers: HeaderMap,
    mut sent: Sent,
) -> Result<Response, Trouble> {
    let transport = session::transport(&house.base_url);
    if transport == Transport::Open {
        sent.fields.problem("", Message::new("sign-in-needs-https"));
        return owner_page(&house, &sent.visit, &token, &sent.fields).await;
    }
    sent.fields.check(&[OWNER, &[new_password::FIELD]].concat());
    let (name, email) = (sent.fields.text("name"), sent.fields.text("email"));
    new_password::check(&mut sent.fields, &[&name, &email]);
    if !sent.fields.problems().is_empty() {
        return owner_page(&house, &sent.visit, &token, &sent.fields).await;
    }
    // The link is asked for before the work of hashing: strangers make us do none.
    let (hash, now) = (secret::kept(&token), house.now());
    let looked = hash.clone();
    if !house
        .db
        .read(move |reader: &mut Reader| counts(reader, &looked, now))
        .await
        .map_err(ours)?
    {
        return Err(Trouble::NotFound);
    }
    let kept =
        password::hash_soon(sent.fields.typed("password").to_owned(), (house.random)()).await;
    let kept = kept.ok_or_else(|| Trouble::internal("a password could not be hashed"))?;
    let new = Beginning {
        name,
        email,
        language: sent.visit.lang,
        kept,
        device: session::device(&headers),
        random: (house.random)(),
    };
    match house
        .db
        .write(move |tx: &mut Tx| begun(tx, &hash, &new, now))
        .await
    {
        Ok(Some(session)) => Ok(signed_in(&sent.visit, &session, transport)),
        Ok(None) => Err(Trouble::NotFound),
        Err(Fault::Refused(refusal)) => {
            beside(&mut sent.fields, refusal);
            owner_page(&house, &sent.visit, &token, &sent.fields).await
        }
        Err(fault) => Err(fault.into()),
    }
}

struct Beginning {
    name: String,
    email: String,
    language: Lang,
    kept: String,
    device: String,
    random: [u8; 32],
}

/// Uses the link up, makes the owner and signs them in; None when the link was used meanwhile.
fn begun(tx: &mut Tx, hash: &str, new: &Beginning, now: Instant) -> Result<Option<String>, Fault> {
    if !counts(tx, hash, now)? {
        return Ok(None);
    }
    let language = Some(new.language).filter(|lang| *lang != Lang::Pseudo);
    let owner: Id = add_owner(tx, &new.name, &new.email, language, now)?;
    set_password(
        tx,
        owner,
        &new.kept,
        &By {
            actor: owner,
            unit: None,
            at: now,
        },
    )?;
    use_link(tx, hash)?;
    Ok(Some(session::start(
        tx,
        owner,
        new.random,
        &new.device,
        now,
    )?))
}

fn signed_in(visit: &Visit, token: &str, transport: Transport) -> Response {
    let mut response = Redirect::to(&visit.voice().href("/setup/organisation")).into_response();
    if let Some(cookie) = session::cookie(token, transport) {
        response.headers_mut().insert(SET_COOKIE, cookie);
    }
    response
}

#[derive(Template)]
#[template(path = "setup/done.html")]
struct Done<'a> {
    t: &'a Voice,
    sample: Option<Opened>,
    portal: &'a str,
}

pub async fn done(
    State(house): State<House>,
    keeper: Option<Extension<Keeper>>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let sample = opened(&house, keeper).await?;
    let t = visit.voice();
    let body = Html::from_template(&Done {
        t: &t,
        sample,
        portal: &house.base_url,
    });
    Ok(steps::page(&visit, "done", &t.say("setup-done"), body).into_response())
}
