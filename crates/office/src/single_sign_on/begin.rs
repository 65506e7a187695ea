//! Off to the provider: what is carried along is sealed into a cookie, what the provider
//! may know stands in the address. Leaves no evidence.

use super::{Refused, found::Client, records, shown, travel::Travel};
use crate::{
    egress::encoded,
    session::{self, Transport},
};
use axum::{
    extract::{Path, State},
    http::header::SET_COOKIE,
    response::{IntoResponse, Redirect, Response},
};
use redress_complaint::House;
use redress_kernel::provider::Provider;
use redress_web::{Trouble, Visit};

pub async fn begin(
    State(house): State<House>,
    Path(code): Path<String>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let named = visit.organisation.providers.iter();
    let provider = named.clone().find(|it| it.code == code).cloned();
    let provider = provider.ok_or(Trouble::NotFound)?;
    let transport = session::transport(&house.base_url);
    if transport == Transport::Open {
        return Ok(shown::refused(&visit, Refused::SetUp, None));
    }
    Ok(match leads_to(&house, &visit, &provider).await? {
        Ok((place, travel)) => {
            let mut response = Redirect::to(&place).into_response();
            if let Some(cookie) = travel.cookie(house.db.keys(), transport) {
                response.headers_mut().append(SET_COOKIE, cookie);
            }
            response
        }
        Err(why) => shown::refused(&visit, why, None),
    })
}

async fn leads_to(
    house: &House,
    visit: &Visit,
    provider: &Provider,
) -> Result<Result<(String, Travel), Refused>, Trouble> {
    let secret = records::secret_of(house, &provider.code).await?;
    let client = Client {
        provider,
        secret: &secret,
        inside: &house.inside,
    };
    let found = match client.discover().await {
        Ok(found) => found,
        Err(why) => return Ok(Err(why)),
    };
    let next = visit.query("next").unwrap_or_default();
    let anew = visit.query("anew").is_some();
    let travel = Travel::new(&provider.code, (next, anew), house.random, house.now());
    let (back, challenge) = (back_address(house), travel.challenge());
    let mut asked = vec![
        ("response_type", "code"),
        ("client_id", provider.client.as_str()),
        ("redirect_uri", back.as_str()),
        ("scope", provider.scopes.as_str()),
        ("state", travel.state.as_str()),
        ("nonce", travel.nonce.as_str()),
        ("code_challenge", challenge.as_str()),
        ("code_challenge_method", "S256"),
        ("ui_locales", visit.lang.tag()),
    ];
    let (strength, age) = (
        provider.strengths.join(" "),
        (u64::from(provider.minutes_max) * 60).to_string(),
    );
    if !strength.is_empty() {
        asked.push(("acr_values", &strength));
    }
    // With an age it has to say when it asked (OpenID Connect core, 3.1.2.1).
    match (anew, provider.minutes_max) {
        (true, _) => asked.extend([("prompt", "login"), ("max_age", "0")]),
        (false, 0) => {}
        (false, _) => asked.push(("max_age", &age)),
    }
    let asked = encoded(&asked);
    let joined = match found.authorization_endpoint.contains('?') {
        true => '&',
        false => '?',
    };
    let place = format!("{}{joined}{asked}", found.authorization_endpoint);
    Ok(Ok((place, travel)))
}

/// Where the provider leads back: registered there, the same for every provider.
pub fn back_address(house: &House) -> String {
    format!("{}/sign-in/back", house.base_url)
}
