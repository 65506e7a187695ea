//! Whom a token names here: the person who came in with it before, else whoever was
//! invited under its address, else a newcomer of a group that was named. An address
//! counts once the provider checked it. Evidence: `person-added` for a newcomer.

use super::{Refused, records as kept};
use crate::{
    fault::{Fault, ours},
    joining::{NewPerson, add_person},
    records::end_session,
    roster::{Member, by_email, member, same_form},
    secret,
    session::{self, Transport},
};
use axum::{
    http::{HeaderMap, header::SET_COOKIE},
    response::{IntoResponse, Redirect, Response},
};
use redress_complaint::House;
use redress_kernel::{By, Role, provider::Provider};
use redress_store::{Error, Tx};
use redress_web::{Trouble, Visit};
use serde_json::{Map, Value};

/// What of a token matters here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    pub subject: String,
    pub email: String,
    /// None: the provider does not say.
    pub verified: Option<bool>,
    pub name: String,
    pub groups: Vec<String>,
}

impl Named {
    pub fn of(provider: &Provider, subject: &str, claims: &Map<String, Value>) -> Named {
        let text = |name: &str| {
            let value = claims.get(name).and_then(Value::as_str);
            value.unwrap_or_default().trim().to_owned()
        };
        // Some providers write the word and not the value.
        let verified = claims.get("email_verified").and_then(|it| match it {
            Value::Bool(yes) => Some(*yes),
            Value::String(word) => Some(word == "true"),
            _ => None,
        });
        Named {
            subject: subject.to_owned(),
            email: same_form(&text(&provider.email_claim)),
            verified,
            name: text("name"),
            groups: groups(claims.get(&provider.groups_claim)),
        }
    }

    pub fn counts(&self, provider: &Provider) -> bool {
        let checked = self.verified.unwrap_or(provider.trusts_email);
        checked && !self.email.is_empty()
    }
}

fn groups(claim: Option<&Value>) -> Vec<String> {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    match claim {
        Some(Value::Array(all)) => all.iter().filter_map(text).collect(),
        Some(one) => text(one).into_iter().collect(),
        None => Vec::new(),
    }
}

pub async fn found(
    house: &House,
    provider: &Provider,
    named: Named,
) -> Result<Result<Member, Refused>, Trouble> {
    let (provider, by) = (provider.clone(), By::system(house.now()));
    let write = move |tx: &mut Tx| looked_up(tx, &provider, &named, &by);
    match house.db.write(write).await {
        Ok(found) => Ok(found),
        Err(Fault::Store(error)) => Err(ours(error)),
        Err(_) => Ok(Err(Refused::Unknown)),
    }
}

fn looked_up(
    tx: &mut Tx,
    provider: &Provider,
    named: &Named,
    by: &By,
) -> Result<Result<Member, Refused>, Fault> {
    let who = match kept::known(tx, &provider.issuer, &named.subject)? {
        Some(person) => member(tx, person)?,
        None if !named.counts(provider) => return Ok(Err(Refused::Unverified)),
        None => match by_email(tx, &named.email)? {
            Some(invited) => Some(invited),
            None => joined(tx, provider, named, by)?,
        },
    };
    let Some(who) = who.filter(|who| who.active && who.role != Role::Complainant) else {
        return Ok(Err(Refused::Unknown));
    };
    kept::remember(tx, &provider.issuer, &named.subject, who.id, by.at)?;
    Ok(Ok(who))
}

/// A newcomer, where the provider's groups give them a role.
fn joined(
    tx: &mut Tx,
    provider: &Provider,
    named: &Named,
    by: &By,
) -> Result<Option<Member>, Fault> {
    let Some(role) = provider.role_of(&named.groups) else {
        return Ok(None);
    };
    let name = match named.name.as_str() {
        "" => named.email.clone(),
        name => name.chars().take(200).collect(),
    };
    let new = NewPerson {
        name,
        email: named.email.clone(),
        role,
        unit: None,
        language: None,
    };
    let person = add_person(tx, &new, by)?;
    Ok(member(tx, person)?)
}

/// As by the password's door: a new token, and the one that the browser brought ends.
pub async fn let_in(
    house: &House,
    headers: &HeaderMap,
    visit: &Visit,
    member: &Member,
    transport: Transport,
    next: &str,
) -> Result<Response, Trouble> {
    let (random, now, person) = ((house.random)(), house.now(), member.id);
    let before = session::token_in(headers, transport).map(|token| secret::kept(&token));
    let device = session::device(headers);
    let write = move |tx: &mut Tx| -> Result<String, Error> {
        if let Some(before) = &before {
            end_session(tx, before)?;
        }
        session::start(tx, person, random, &device, now)
    };
    let token = house.db.write(write).await.map_err(ours)?;
    let home = match member.role {
        Role::Admin => "/admin",
        _ => "/desk",
    };
    let to = local(next).unwrap_or(home);
    let mut response = Redirect::to(&visit.voice().href(to)).into_response();
    if let Some(cookie) = session::cookie(&token, transport) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    Ok(response)
}

/// A path of our own; an address elsewhere would make us a stepping stone.
fn local(next: &str) -> Option<&str> {
    let strange = |c: char| c == '\\' || c.is_control();
    let plain = next.starts_with('/') && !next.starts_with("//") && !next.contains(strange);
    plain.then_some(next)
}
