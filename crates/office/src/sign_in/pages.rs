//! The sign-in page. One and the same answer, after the same time, for a wrong
//! password and for an address that nobody here has.

use super::{
    throttle::{Judgement, Throttle, network},
    watch,
};
use crate::{
    challenge::For,
    egress::encoded,
    entering::{enter, local},
    fault::ours,
    passkey_button, password,
    records::{end_session, password_of},
    roster::{Member, by_email, same_form},
    secret,
    session::{self, Transport},
};
use askama::Template;
use axum::{
    extract::{ConnectInfo, FromRequestParts, State},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header::SET_COOKIE, request::Parts},
    response::{IntoResponse, Redirect, Response},
};
use redress_complaint::{House, house::is_set_up};
use redress_kernel::{
    Id,
    fields::{Field, Fields, Kind},
    words::Message,
};
use redress_store::{Error, Reader, Tx};
use redress_web::{Html, Sent, Trouble, Visit, Voice, form};
use std::{
    convert::Infallible,
    net::{IpAddr, SocketAddr},
    sync::{LazyLock, Mutex},
    time::Duration,
};

const FORM: &[Field] = &[
    Field::new("email", Kind::Line(300)).required(),
    Field::new("password", Kind::Line(password::MAX)).required(),
];

/// One memory of failures for the process.
static THROTTLE: LazyLock<Mutex<Throttle>> = LazyLock::new(|| Mutex::new(Throttle::new()));

#[derive(Template)]
#[template(path = "sign_in/sign_in.html")]
struct Page<'a> {
    t: &'a Voice,
    title: &'a str,
    summary: Html,
    fields: Html,
    next: &'a str,
    set_up: bool,
    open: bool,
    /// They come from changing their password.
    changed: bool,
    /// Where this site can have passkeys.
    passkey: Option<Html>,
    /// Where else they can sign in: address and name.
    elsewhere: Vec<(String, String)>,
}

/// Where the request came from, as the connection or the trusted proxy says.
pub struct From(pub(super) Option<IpAddr>);

impl<S: Send + Sync> FromRequestParts<S> for From {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<From, Infallible> {
        let peer = parts.extensions.get::<IpAddr>().copied();
        let socket = || {
            parts
                .extensions
                .get::<ConnectInfo<SocketAddr>>()
                .map(|peer| peer.0.ip())
        };
        Ok(From(peer.or_else(socket)))
    }
}

pub async fn form(State(house): State<House>, visit: Visit) -> Result<Response, Trouble> {
    let set_up = house
        .db
        .read(|reader: &mut Reader| is_set_up(reader))
        .await
        .map_err(ours)?;
    let next = visit.query("next").unwrap_or_default().to_owned();
    Ok(page(&house, &visit, &Fields::default(), &next, set_up).into_response())
}

fn page(house: &House, visit: &Visit, typed: &Fields, next: &str, set_up: bool) -> Html {
    let t = visit.voice();
    let mut shown = typed.clone();
    shown.take("password");
    let options = form::Options {
        begins_at: "email",
        ..form::Options::default()
    };
    let title = form::title(&t, &t.say("sign-in"), typed);
    let body = Html::from_template(&Page {
        t: &t,
        title: &t.say("sign-in"),
        summary: form::summary(&t, typed, &options),
        fields: form::draw(&t, FORM, &shown, &options),
        next: local(next).unwrap_or_default(),
        set_up,
        open: session::transport(&house.base_url) == Transport::Open,
        changed: visit.query("done") == Some("password"),
        passkey: passkey_button::to_answer(house, &t, For::SignIn, &[], "passkey"),
        elsewhere: elsewhere(visit, &t, next),
    });
    visit.page().public(&title, body)
}

fn elsewhere(visit: &Visit, t: &Voice, next: &str) -> Vec<(String, String)> {
    let next = match local(next) {
        Some(next) if !next.is_empty() => format!("?{}", encoded(&[("next", next)])),
        _ => String::new(),
    };
    let all = visit.organisation.providers.iter();
    all.map(|it| {
        let path = format!("/sign-in/with/{}{next}", it.code);
        (t.href(&path), it.name.clone())
    })
    .collect()
}

pub async fn sign_in(
    State(house): State<House>,
    From(ip): From,
    headers: HeaderMap,
    mut sent: Sent,
) -> Result<Response, Trouble> {
    let next = sent.fields.text("next");
    sent.fields.take("next");
    let transport = session::transport(&house.base_url);
    if transport == Transport::Open {
        sent.fields.problem("", Message::new("sign-in-needs-https"));
        return Ok(again(&house, &sent, &next, StatusCode::FORBIDDEN));
    }
    sent.fields.check(FORM);
    if !sent.fields.problems().is_empty() {
        return Ok(again(
            &house,
            &sent,
            &next,
            StatusCode::UNPROCESSABLE_ENTITY,
        ));
    }
    let account = secret::kept(&same_form(sent.fields.typed("email")));
    let network = network(ip);
    if let Some(refused) = slowed(&house, &mut sent, &next, &account, &network).await {
        return Ok(refused);
    }
    match proved(&house, &sent.fields).await? {
        Proof::Right(member) => {
            remember(|throttle| throttle.succeeded(&account, &network));
            watch::note(&house, "in", Some(member.id), &network);
            enter(&house, &headers, &sent.visit, &member, &next, house.now()).await
        }
        Proof::Wrong(person) => {
            watch::note(&house, "refused", person, &network);
            sent.fields.problem("", Message::new("sign-in-wrong"));
            Ok(again(
                &house,
                &sent,
                &next,
                StatusCode::UNPROCESSABLE_ENTITY,
            ))
        }
    }
}

/// The delay before a try, or the answer that it is too early for one. The try is counted
/// now and taken back if it goes well: many at once are slowed as many in turn.
async fn slowed(
    house: &House,
    sent: &mut Sent,
    next: &str,
    account: &str,
    network: &str,
) -> Option<Response> {
    let judgement = remember(|throttle| throttle.tries(account, network, house.now()))?;
    match judgement {
        Judgement::Go => None,
        Judgement::Pause(ms) => {
            tokio::time::sleep(Duration::from_millis(ms)).await;
            None
        }
        Judgement::Wait(seconds) => {
            watch::note(house, "too-soon", None, network);
            sent.fields
                .problem("", Message::new("sign-in-wait").with("seconds", seconds));
            let mut response = again(house, sent, next, StatusCode::TOO_MANY_REQUESTS);
            response
                .headers_mut()
                .insert("retry-after", HeaderValue::from(seconds));
            Some(response)
        }
    }
}

pub(super) fn remember<T>(with: impl FnOnce(&mut Throttle) -> T) -> Option<T> {
    THROTTLE.lock().ok().map(|mut throttle| with(&mut throttle))
}

pub(super) fn again(house: &House, sent: &Sent, next: &str, status: StatusCode) -> Response {
    (status, page(house, &sent.visit, &sent.fields, next, true)).into_response()
}

enum Proof {
    Right(Member),
    /// Whose address it was, for the log alone: the answer does not tell.
    Wrong(Option<Id>),
}

/// The person, if the password is theirs and they may come in. The work is the
/// same whether the address is known or not.
async fn proved(house: &House, fields: &Fields) -> Result<Proof, Trouble> {
    let email = fields.text("email");
    let found = house
        .db
        .read(move |reader: &mut Reader| -> Result<_, Error> {
            let member = by_email(reader, &email)?;
            let kept = match &member {
                Some(member) => password_of(reader, member.id)?,
                None => None,
            };
            Ok((member, kept))
        });
    let (member, kept) = found.await.map_err(ours)?;
    let right = password::matches_soon(fields.typed("password").to_owned(), kept).await;
    Ok(match member {
        Some(member) if right && member.active => Proof::Right(member),
        member => Proof::Wrong(member.map(|member| member.id)),
    })
}

pub async fn sign_out(
    State(house): State<House>,
    headers: HeaderMap,
    visit: Visit,
) -> Result<Response, Trouble> {
    let transport = session::transport(&house.base_url);
    if let Some(token) = session::token_in(&headers, transport) {
        let hash = secret::kept(&token);
        let end = move |tx: &mut Tx| end_session(tx, &hash);
        house.db.write(end).await.map_err(ours)?;
    }
    let mut response = Redirect::to(&visit.voice().href("/sign-in")).into_response();
    let clear = HeaderName::from_static("clear-site-data");
    response
        .headers_mut()
        .insert(clear, HeaderValue::from_static("\"cache\", \"storage\""));
    if let Some(gone) = session::gone_cookie(transport) {
        response.headers_mut().insert(SET_COOKIE, gone);
    }
    Ok(response)
}
