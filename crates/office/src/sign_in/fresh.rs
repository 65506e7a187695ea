//! Proving anew, before something that a borrowed or stolen browser must not be enough
//! for. The guard of such routes asks here: a proof of the last five minutes lets the
//! request pass; otherwise a page asks for one, carries along everything that was sent,
//! and hands it in again together with the proof. The token is another one afterwards.

use super::{
    asking,
    pages::From,
    proving::{Try, mistaken},
    throttle::network,
};
use crate::{
    entering::local,
    factor_records::{Ways, ways},
    fault::ours,
    records::{renew_session, session as session_of},
    secret,
    session::{self, carry, is_fresh, token_in},
};
use askama::Template;
use axum::{
    Extension,
    body::{Body, to_bytes},
    extract::{FromRequestParts, Request, State},
    http::{HeaderValue, Method, StatusCode, header, request::Parts},
    response::{IntoResponse, Redirect, Response},
};
use redress_complaint::{
    House,
    routes::{Proved, form_urlencoded},
};
use redress_kernel::{Actor, Refusal, fields::Fields, words::Message};
use redress_store::{Error, Reader, Tx};
use redress_web::{Html, Sent, Trouble, Visit, Voice};
use std::pin::Pin;

/// As much as any form without files may have.
const FORM_MAX: usize = 4 * 1024 * 1024;
const PROOF: &str = "proof-";

type Pairs = Vec<(String, String)>;

/// `complaint::routes::ProveAnew`.
pub fn prove_anew(
    house: House,
    actor: Actor,
    request: Request,
) -> Pin<Box<dyn Future<Output = Proved> + Send>> {
    Box::pin(async move {
        match judged(&house, &actor, request).await {
            Ok(proved) => proved,
            Err(trouble) => Proved::Asked(trouble.into_response()),
        }
    })
}

async fn judged(house: &House, actor: &Actor, request: Request) -> Result<Proved, Trouble> {
    let transport = session::transport(&house.base_url);
    let token = token_in(request.headers(), transport).ok_or(Trouble::SignInNeeded)?;
    let (hash, now, person) = (secret::kept(&token), house.now(), actor.id);
    let looked = hash.clone();
    let read = move |reader: &mut Reader| -> Result<_, Error> {
        let session = session_of(reader, &looked, now)?;
        Ok((session.map(|it| it.proved_at), ways(reader, person)?))
    };
    let (proved_at, ways) = house.db.read(read).await.map_err(ours)?;
    if proved_at.is_some_and(|at| is_fresh(at, now)) {
        return Ok(Proved::Yes(request, None));
    }
    let visit = Visit::read(request.uri(), request.headers(), request.extensions());
    if visit.api {
        return Err(Refusal::new("prove-anew").into());
    }
    if request.method() == Method::GET {
        let to = format!("/desk/prove?next={}", form_urlencoded(&visit.path));
        return Ok(Proved::Asked(
            Redirect::to(&visit.voice().href(&to)).into_response(),
        ));
    }
    let asking = Asking {
        house,
        actor,
        visit,
        ways,
    };
    asking.tried(request, &hash).await
}

struct Asking<'a> {
    house: &'a House,
    actor: &'a Actor,
    visit: Visit,
    ways: Ways,
}

impl Asking<'_> {
    async fn tried(self, request: Request, hash: &str) -> Result<Proved, Trouble> {
        let (mut parts, body) = request.into_parts();
        let path = parts
            .uri
            .path_and_query()
            .map_or("/desk", |all| all.as_str())
            .to_owned();
        let (mine, rest) = sorted(read_form(&parts, body).await?);
        let Some(tried) = self.fitting(&mine) else {
            return Ok(Proved::Asked(self.page(&path, &rest, None)));
        };
        let network = network_of(&mut parts).await;
        let mistake = mistaken(self.house, self.actor.id, tried, &network).await?;
        if let Some(problem) = mistake {
            return Ok(Proved::Asked(self.page(&path, &rest, Some(&problem))));
        }
        let cookie = self.renewed(&mut parts, hash).await?;
        let body = serde_html_form::to_string(&rest).map_err(Trouble::internal)?;
        parts.headers.remove(header::CONTENT_LENGTH);
        Ok(Proved::Yes(
            Request::from_parts(parts, Body::from(body)),
            cookie,
        ))
    }

    /// Whoever has a second factor proves with it; the password alone is for the others.
    fn fitting(&self, mine: &Fields) -> Option<Try> {
        let by_password = |tried: &Try| matches!(tried, Try::Password(_));
        Try::among(mine).filter(|tried| by_password(tried) != self.ways.second())
    }

    /// A new token for the session; the handler goes on with it, the browser gets it.
    async fn renewed(&self, parts: &mut Parts, hash: &str) -> Result<Option<HeaderValue>, Trouble> {
        let transport = session::transport(&self.house.base_url);
        let token = secret::token((self.house.random)());
        let (old, new, now) = (hash.to_owned(), secret::kept(&token), self.house.now());
        let write = move |tx: &mut Tx| renew_session(tx, &old, &new, now);
        if !self.house.db.write(write).await.map_err(ours)? {
            return Err(Trouble::SignInNeeded);
        }
        carry(&mut parts.headers, &token, transport);
        Ok(session::cookie(&token, transport))
    }

    fn page(&self, path: &str, rest: &Pairs, problem: Option<&Message>) -> Response {
        let status = match problem {
            Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
            None => StatusCode::FORBIDDEN,
        };
        let t = self.visit.voice();
        let proof = asking::part(self.house, &self.visit, self.actor.id, &self.ways, problem);
        let body = Html::from_template(&Page {
            t: &t,
            path,
            rest,
            proof,
        });
        (
            status,
            self.visit.page().public(&t.say("prove-title"), body),
        )
            .into_response()
    }
}

#[derive(Template)]
#[template(path = "sign_in/prove.html")]
struct Page<'a> {
    t: &'a Voice,
    path: &'a str,
    /// What was sent, to be sent again.
    rest: &'a Pairs,
    proof: Html,
}

/// Forms with files would lose them here: no sensitive route takes any.
async fn read_form(parts: &Parts, body: Body) -> Result<Pairs, Trouble> {
    let media = parts.headers.get(header::CONTENT_TYPE);
    let media = media
        .and_then(|media| media.to_str().ok())
        .unwrap_or_default();
    if !media.is_empty() && !media.starts_with("application/x-www-form-urlencoded") {
        return Err(Refusal::new("prove-anew").into());
    }
    let bytes = to_bytes(body, FORM_MAX)
        .await
        .map_err(|_| Trouble::TooLarge)?;
    serde_html_form::from_bytes(&bytes).map_err(|_| Trouble::BadRequest)
}

/// The proof, and what was sent before it was asked for.
fn sorted(pairs: Pairs) -> (Fields, Pairs) {
    let (mine, rest) = pairs
        .into_iter()
        .partition::<Pairs, _>(|(name, _)| name.starts_with(PROOF));
    (Fields::from_pairs(mine), rest)
}

async fn network_of(parts: &mut Parts) -> String {
    let Ok(From(ip)) = From::from_request_parts(parts, &()).await;
    network(ip)
}

/// For whoever comes to a page that asks for a proof: the proof first, then the page.
pub async fn form(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let person = actor.id;
    let read = move |reader: &mut Reader| ways(reader, person);
    let ways = house.db.read(read).await.map_err(ours)?;
    let next = local(visit.query("next").unwrap_or_default()).unwrap_or_default();
    let rest = vec![("next".to_owned(), next.to_owned())];
    let asking = Asking {
        house: &house,
        actor: &actor,
        visit,
        ways,
    };
    let mut response = asking.page("/desk/prove", &rest, None);
    *response.status_mut() = StatusCode::OK;
    Ok(response)
}

/// The guard has asked; on to where they wanted.
pub async fn proved(sent: Sent) -> Redirect {
    let next = sent.fields.text("next");
    let next = local(&next)
        .filter(|next| !next.is_empty())
        .unwrap_or("/desk/profile");
    Redirect::to(&sent.visit.voice().href(next))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_sent_is_sent_again_without_the_proof() {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let sent = vec![
            pair("role", "admin"),
            pair("proof-code", "123456"),
            pair("unit", ""),
        ];
        let (mine, rest) = sorted(sent);
        assert_eq!(Try::among(&mine), Some(Try::Code("123456".to_owned())));
        assert_eq!(rest, [pair("role", "admin"), pair("unit", "")]);
    }
}
