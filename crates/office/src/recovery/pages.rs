//! The administrator's page, and the one behind the link.

use super::grant::{CHECKED, LINK_SECONDS, begun_anew, granted};
use crate::{
    amend::by,
    factor_records::requested_at,
    fault::{Fault, beside, ours},
    frame::{Form, Sheet},
    new_password, password,
    records::{Purpose, link},
    roster::{Member, member as member_of},
    secret,
    session::{self, Transport},
};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::{HeaderMap, StatusCode, header::SET_COOKIE},
    response::{IntoResponse, Redirect, Response},
};
use redress_complaint::{House, house::organisation};
use redress_kernel::{Actor, By, Id, Instant, fields::Fields};
use redress_store::{Error, Read, Reader, Tx};
use redress_web::{Html, Sent, Trouble, Visit, Voice, form};

#[derive(Template)]
#[template(path = "recovery/ask.html")]
struct Ask<'a> {
    t: &'a Voice,
    member: &'a Member,
    asked: Option<Instant>,
    form: Html,
}

#[derive(Template)]
#[template(path = "recovery/granted.html")]
struct Granted<'a> {
    t: &'a Voice,
    member: &'a Member,
    link: &'a str,
    until: Instant,
}

#[derive(Template)]
#[template(path = "recovery/anew.html")]
struct Anew<'a> {
    t: &'a Voice,
    member: &'a Member,
    form: Html,
    open: bool,
}

pub async fn ask(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(person): Path<String>,
    visit: Visit,
) -> Result<Response, Trouble> {
    asking(&house, &actor, &visit, &person, &Fields::default()).await
}

async fn asking(
    house: &House,
    actor: &Actor,
    visit: &Visit,
    person: &str,
    typed: &Fields,
) -> Result<Response, Trouble> {
    let person: Id = person.parse().map_err(|_| Trouble::NotFound)?;
    let read = move |reader: &mut Reader| -> Result<_, Error> {
        Ok((member_of(reader, person)?, requested_at(reader, person)?))
    };
    let (member, asked) = house.db.read(read).await.map_err(ours)?;
    let member = member.ok_or(Trouble::NotFound)?;
    let t = visit.voice();
    let fields = form::draw(&t, &[CHECKED], typed, &form::Options::default());
    let path = format!("/admin/people/{person}/recovery");
    let body = Html::from_template(&Ask {
        form: Form::new(&t, &path, fields, Some("recovery-grant"))
            .with_summary(typed)
            .html(),
        t: &t,
        member: &member,
        asked,
    });
    Ok(sheet(house, visit, actor).answer(typed, body))
}

fn sheet<'a>(house: &'a House, visit: &'a Visit, actor: &'a Actor) -> Sheet<'a> {
    Sheet::new(house, visit, actor, "office-recovery").below("/admin/people", "office-people")
}

pub async fn grant(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(person): Path<String>,
    mut sent: Sent,
) -> Result<Response, Trouble> {
    let id: Id = person.parse().map_err(|_| Trouble::NotFound)?;
    sent.fields.check(&[CHECKED]);
    if !sent.fields.problems().is_empty() {
        return asking(&house, &actor, &sent.visit, &person, &sent.fields).await;
    }
    let read = move |reader: &mut Reader| member_of(reader, id);
    let member = house.db.read(read).await.map_err(ours)?;
    let member = member.ok_or(Trouble::NotFound)?;
    let (by, random) = (by(&house, &actor), (house.random)());
    let (checked, until) = (
        sent.fields.text(CHECKED.name),
        by.at.plus_seconds(LINK_SECONDS),
    );
    let write = move |tx: &mut Tx| granted(tx, id, &checked, random, &by);
    let path = match house.db.write(write).await {
        Ok(path) => path,
        Err(Fault::Refused(refusal)) => {
            beside(&mut sent.fields, refusal);
            return asking(&house, &actor, &sent.visit, &person, &sent.fields).await;
        }
        Err(fault) => return Err(fault.into()),
    };
    let t = sent.visit.voice();
    let body = Html::from_template(&Granted {
        t: &t,
        member: &member,
        link: &format!("{}{path}", house.base_url),
        until,
    });
    Ok(sheet(&house, &sent.visit, &actor).answer(&Fields::default(), body))
}

pub async fn form(
    State(house): State<House>,
    Path(token): Path<String>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let member = holder(&house, &token).await?;
    Ok(page(&house, &visit, &member, &token, &Fields::default()).into_response())
}

/// The person behind a link that still counts.
async fn holder(house: &House, token: &str) -> Result<Member, Trouble> {
    let (hash, now) = (secret::kept(token), house.now());
    let read = move |reader: &mut Reader| held_by(reader, &hash, now);
    let member = house.db.read(read).await.map_err(ours)?;
    member.ok_or(Trouble::NotFound)
}

fn held_by(reader: &mut impl Read, hash: &str, now: Instant) -> Result<Option<Member>, Error> {
    let Some(Some(person)) = link(reader, hash, Purpose::Recovery, now)? else {
        return Ok(None);
    };
    Ok(member_of(reader, person)?.filter(|member| member.active))
}

fn page(house: &House, visit: &Visit, member: &Member, token: &str, typed: &Fields) -> Html {
    let t = visit.voice();
    let fields = new_password::draw(&t, typed);
    let path = format!("/recover/{token}");
    let form = Form::new(&t, &path, fields, Some("recovery-begin"));
    let body = Html::from_template(&Anew {
        form: form.with_summary(typed).html(),
        open: session::transport(&house.base_url) == Transport::Open,
        t: &t,
        member,
    });
    let title = form::title(&t, &t.say("recovery-anew"), typed);
    visit.page().public(&title, body)
}

pub async fn set(
    State(house): State<House>,
    Path(token): Path<String>,
    headers: HeaderMap,
    mut sent: Sent,
) -> Result<Response, Trouble> {
    let transport = session::transport(&house.base_url);
    if transport == Transport::Open {
        return Err(Trouble::Forbidden(None));
    }
    let member = holder(&house, &token).await?;
    let read = |reader: &mut Reader| organisation(reader);
    let place = house.db.read(read).await.map_err(ours)?.name;
    sent.fields.check(&[new_password::FIELD]);
    new_password::check(&mut sent.fields, &[&member.name, &member.email, &place]);
    if !sent.fields.problems().is_empty() {
        let page = page(&house, &sent.visit, &member, &token, &sent.fields);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let typed = sent.fields.typed("password").to_owned();
    let kept = password::hash_soon(typed, (house.random)()).await;
    let kept = kept.ok_or_else(|| Trouble::internal("a password could not be hashed"))?;
    let (hash, device, random) = (
        secret::kept(&token),
        session::device(&headers),
        (house.random)(),
    );
    let by = By {
        actor: member.id,
        unit: member.unit,
        at: house.now(),
    };
    let write = move |tx: &mut Tx| -> Result<Option<String>, Fault> {
        // Between the look and the write somebody else may have used the link.
        let Some(member) = held_by(tx, &hash, by.at)? else {
            return Ok(None);
        };
        begun_anew(tx, member.id, &hash, &kept, &by)?;
        Ok(Some(session::start(tx, member.id, random, &device, by.at)?))
    };
    let session = house.db.write(write).await?.ok_or(Trouble::NotFound)?;
    let to = sent
        .visit
        .voice()
        .href("/desk/profile/factors?done=recovered");
    let mut response = Redirect::to(&to).into_response();
    if let Some(cookie) = session::cookie(&session, transport) {
        response.headers_mut().insert(SET_COOKIE, cookie);
    }
    Ok(response)
}
