//! The second step of signing in. Between the two steps the browser holds a token that
//! is good for nothing else and for ten minutes. Whoever has lost the second factor says
//! so here; a second person has to look who it is (`recovery`).

use super::{
    asking,
    pages::From,
    proving::{Try, mistaken},
    throttle::network,
};
use crate::{
    entering::{begin, local, welcomed},
    factor_records::{Ways, request_recovery, requested_at, ways},
    fault::ours,
    records::{Purpose, link, use_link},
    roster::{Member, member},
    secret,
    session::{self, half_in},
};
use askama::Template;
use axum::{
    extract::State,
    http::{HeaderMap, StatusCode, header::SET_COOKIE},
    response::{IntoResponse, Redirect, Response},
};
use redress_complaint::House;
use redress_kernel::{Instant, words::Message};
use redress_store::{Error, Reader, Tx};
use redress_web::{Html, Sent, Trouble, Visit, Voice};

#[derive(Template)]
#[template(path = "sign_in/second.html")]
struct Page<'a> {
    t: &'a Voice,
    proof: Html,
    next: &'a str,
    /// Since when an administrator is asked.
    asked: Option<Instant>,
}

/// Who stands between the two steps.
struct Half {
    member: Member,
    ways: Ways,
    asked: Option<Instant>,
    hash: String,
}

async fn half(house: &House, headers: &HeaderMap) -> Result<Option<Half>, Trouble> {
    let Some(token) = half_in(headers, session::transport(&house.base_url)) else {
        return Ok(None);
    };
    let (hash, now) = (secret::kept(&token), house.now());
    let read = move |reader: &mut Reader| -> Result<Option<Half>, Error> {
        let Some(Some(person)) = link(reader, &hash, Purpose::SecondStep, now)? else {
            return Ok(None);
        };
        let Some(member) = member(reader, person)?.filter(|member| member.active) else {
            return Ok(None);
        };
        Ok(Some(Half {
            ways: ways(reader, person)?,
            asked: requested_at(reader, person)?,
            member,
            hash,
        }))
    };
    house.db.read(read).await.map_err(ours)
}

pub async fn form(
    State(house): State<House>,
    headers: HeaderMap,
    visit: Visit,
) -> Result<Response, Trouble> {
    let Some(half) = half(&house, &headers).await? else {
        return Ok(from_the_start(&visit));
    };
    let next = visit.query("next").unwrap_or_default().to_owned();
    Ok(page(&house, &visit, &half, &next, None).into_response())
}

/// Too late, or never begun: the password first.
fn from_the_start(visit: &Visit) -> Response {
    Redirect::to(&visit.voice().href("/sign-in")).into_response()
}

fn page(house: &House, visit: &Visit, half: &Half, next: &str, problem: Option<&Message>) -> Html {
    let t = visit.voice();
    let body = Html::from_template(&Page {
        t: &t,
        proof: asking::part(house, visit, half.member.id, &half.ways, problem),
        next: local(next).unwrap_or_default(),
        asked: half.asked,
    });
    visit.page().public(&t.say("second-title"), body)
}

pub async fn check(
    State(house): State<House>,
    From(ip): From,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Trouble> {
    let Some(half) = half(&house, &headers).await? else {
        return Ok(from_the_start(&sent.visit));
    };
    let next = sent.fields.text("next");
    // The password alone was the first step; it is none of the second.
    let tried = Try::among(&sent.fields).filter(|tried| !matches!(tried, Try::Password(_)));
    let problem = match tried {
        Some(tried) => mistaken(&house, half.member.id, tried, &network(ip)).await?,
        None => Some(Message::new("proof-wrong")),
    };
    if let Some(problem) = problem {
        let page = page(&house, &sent.visit, &half, &next, Some(&problem));
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    entered(&house, &headers, &sent.visit, half, &next).await
}

async fn entered(
    house: &House,
    headers: &HeaderMap,
    visit: &Visit,
    half: Half,
    next: &str,
) -> Result<Response, Trouble> {
    let transport = session::transport(&house.base_url);
    let hash = half.hash;
    let used = move |tx: &mut Tx| use_link(tx, &hash);
    house.db.write(used).await.map_err(ours)?;
    let token = begin(house, headers, &half.member, house.now());
    let token = token.await.map_err(ours)?;
    let mut response = welcomed(house, visit, &half.member, &token, next);
    if let Some(gone) = session::gone_half_cookie(transport) {
        response.headers_mut().append(SET_COOKIE, gone);
    }
    Ok(response)
}

/// It is written down for the administrators; nobody gets in by this.
pub async fn lost(
    State(house): State<House>,
    headers: HeaderMap,
    visit: Visit,
) -> Result<Response, Trouble> {
    let Some(half) = half(&house, &headers).await? else {
        return Ok(from_the_start(&visit));
    };
    let (person, now) = (half.member.id, house.now());
    let write = move |tx: &mut Tx| request_recovery(tx, person, now);
    house.db.write(write).await.map_err(ours)?;
    Ok(Redirect::to(&visit.voice().href("/sign-in/second")).into_response())
}
