//! Back from the provider: what this browser carried, the code for a token, the token
//! believed or not, and the person it names – let in, or told why not. Leaves no
//! evidence but of somebody who joins.

use super::{
    Refused,
    begin::back_address,
    claims::{Claims, Expected, SKEW_SECONDS},
    found::{Client, Found, Tokens},
    person::{self, Named},
    records, shown,
    token::believed,
    travel::{Travel, ended},
};
use crate::{
    entering::enter,
    roster::Member,
    session::{self, Transport},
};
use axum::{
    extract::State,
    http::{HeaderMap, header::SET_COOKIE},
    response::Response,
};
use redress_complaint::House;
use redress_kernel::{Id, Instant, provider::Provider};
use redress_web::{Trouble, Visit, guard::SECURITY};

pub async fn back(
    State(house): State<House>,
    headers: HeaderMap,
    visit: Visit,
) -> Result<Response, Trouble> {
    let transport = session::transport(&house.base_url);
    let mut response = match arrived(&house, &headers, &visit, transport).await? {
        Ok((member, next, proved_at)) => {
            noted("in", Some(member.id));
            enter(&house, &headers, &visit, &member, &next, proved_at).await?
        }
        Err(why) => {
            noted(why.code(), None);
            let begun = Travel::carried(&headers, house.db.keys(), transport, house.now());
            let by = begun.map(|travel| travel.provider);
            shown::refused(&visit, why, by.as_deref())
        }
    };
    // Used once, whatever came of it.
    if let Some(over) = ended(transport) {
        response.headers_mut().append(SET_COOKIE, over);
    }
    Ok(response)
}

/// For the log, by number: who came in, or why somebody did not (decision 88).
fn noted(event: &'static str, person: Option<Id>) {
    let person = person.map_or_else(|| "unknown".to_owned(), |id| id.to_string());
    tracing::info!(target: SECURITY, event, by = "provider", person, "sign-in");
}

/// Who, on to where, and when they last showed who they are.
type Arrived = Result<(Member, String, Instant), Refused>;

async fn arrived(
    house: &House,
    headers: &HeaderMap,
    visit: &Visit,
    transport: Transport,
) -> Result<Arrived, Trouble> {
    let (travel, provider, code) = match expected(house, headers, visit, transport) {
        Ok(expected) => expected,
        Err(why) => return Ok(Err(why)),
    };
    let secret = records::secret_of(house, &provider.code).await?;
    let client = Client {
        provider: &provider,
        secret: &secret,
        inside: &house.inside,
    };
    let (named, proved_at) = match named(house, &client, &travel, &code, visit).await {
        Ok(named) => named,
        Err(why) => return Ok(Err(why)),
    };
    let here = session::token_in(headers, transport);
    let member = person::found(house, &provider, named, here).await?;
    Ok(member.map(|member| (member, travel.next, proved_at)))
}

/// A session that was open at the provider already is no proof to us.
fn proved_at(travel: &Travel, asked_at: Option<i64>, now: Instant) -> Result<Instant, Refused> {
    let told = asked_at.unwrap_or_default().saturating_mul(1_000_000);
    let asked = Instant::from_micros(told).min(now);
    let before = Instant::from_micros(travel.began_at).seconds_since(asked);
    match travel.anew && before > SKEW_SECONDS {
        true => Err(Refused::Stale),
        false => Ok(asked),
    }
}

/// Begun in this browser, for this provider, and not turned back on the way.
fn expected(
    house: &House,
    headers: &HeaderMap,
    visit: &Visit,
    transport: Transport,
) -> Result<(Travel, Provider, String), Refused> {
    let carried = Travel::carried(headers, house.db.keys(), transport, house.now());
    let state = visit.query("state").unwrap_or_default();
    let travel = carried
        .filter(|travel| travel.is_its(state))
        .ok_or(Refused::Travel)?;
    let mut known = visit.organisation.providers.iter();
    let provider = known.find(|it| it.code == travel.provider);
    let provider = provider.cloned().ok_or(Refused::Travel)?;
    // RFC 9207: an answer of another provider is not sent to this one.
    if visit.query("iss").is_some_and(|iss| iss != provider.issuer) {
        return Err(Refused::Token(super::Unbelieved::Issuer));
    }
    match (visit.query("error"), visit.query("code")) {
        (None, Some(code)) if !code.is_empty() => Ok((travel, provider, code.to_owned())),
        _ => Err(Refused::Declined),
    }
}

async fn named(
    house: &House,
    client: &Client<'_>,
    travel: &Travel,
    code: &str,
    visit: &Visit,
) -> Result<(Named, Instant), Refused> {
    let found = client.discover().await?;
    if found.authorization_response_iss_parameter_supported && visit.query("iss").is_none() {
        return Err(Refused::Token(super::Unbelieved::Issuer));
    }
    let back = back_address(house);
    let tokens = client
        .exchange(&found, code, &travel.verifier, &back)
        .await?;
    let keys = client.keys(&found).await?;
    let it = Expected {
        issuer: &client.provider.issuer,
        client: &client.provider.client,
        nonce: &travel.nonce,
        now: house.now().micros().div_euclid(1_000_000),
    };
    let claims = believed(&tokens.id_token, &keys, &it).map_err(Refused::Token)?;
    if !claims.is_strong(&client.provider.strengths) {
        return Err(Refused::Weak);
    }
    if !claims.is_recent(client.provider.minutes_max, it.now) {
        return Err(Refused::Old);
    }
    let proved_at = proved_at(travel, claims.asked_at(), house.now())?;
    let named = whole(client, &found, &tokens, claims).await?;
    Ok((named, proved_at))
}

/// With what the provider says elsewhere, where the token does not say it; only of the
/// same person.
async fn whole(
    client: &Client<'_>,
    found: &Found,
    tokens: &Tokens,
    claims: Claims,
) -> Result<Named, Refused> {
    if claims.others.contains_key(&client.provider.email_claim) {
        return Ok(Named::of(client.provider, &claims.sub, &claims.others));
    }
    let about = client.about(found, tokens).await?;
    let same = about.get("sub").and_then(|sub| sub.as_str()) == Some(claims.sub.as_str());
    match same {
        true => Ok(Named::of(client.provider, &claims.sub, &about)),
        false => Ok(Named::of(client.provider, &claims.sub, &claims.others)),
    }
}
