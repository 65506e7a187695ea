//! Whom a token names here: the person who came in with it before, else whoever was
//! invited under its address, else a newcomer of a group that was named. An address
//! counts once the provider checked it, and never alone for whoever has a password here:
//! they are signed in with it in this browser when the provider's name becomes theirs.
//! Evidence: `person-added` for a newcomer.

use super::{Refused, decide::is_given_by_hand, records as kept};
use crate::{
    fault::{Fault, ours},
    joining::{NewPerson, add_person},
    records::{password_of, session},
    roster::{Member, by_email, member, same_form},
    secret,
    session::is_fresh,
};
use redress_complaint::House;
use redress_kernel::{By, Id, Instant, Role, provider::Provider};
use redress_store::{Error, Tx};
use redress_web::Trouble;
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
        // Some providers write the word and not the value. What they checked is the
        // address that the standard names, and no other.
        let told = claims
            .get("email_verified")
            .filter(|_| provider.email_claim == "email");
        let verified = told.and_then(|it| match it {
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
    token: Option<String>,
) -> Result<Result<Member, Refused>, Trouble> {
    let (provider, by) = (provider.clone(), By::system(house.now()));
    let write = move |tx: &mut Tx| -> Result<_, Fault> {
        let here = signed_in(tx, token.as_deref(), by.at)?;
        looked_up(tx, &provider, &named, here, &by)
    };
    match house.db.write(write).await {
        Ok(found) => Ok(found),
        Err(Fault::Store(error)) => Err(ours(error)),
        Err(_) => Ok(Err(Refused::Unknown)),
    }
}

/// Who showed in this browser, a few minutes ago at most, who they are.
fn signed_in(tx: &mut Tx, token: Option<&str>, now: Instant) -> Result<Option<Id>, Error> {
    let Some(token) = token else {
        return Ok(None);
    };
    let open = session(tx, &secret::kept(token), now)?;
    let open = open.filter(|open| is_fresh(open.proved_at, now));
    Ok(open.map(|open| open.person))
}

fn looked_up(
    tx: &mut Tx,
    provider: &Provider,
    named: &Named,
    here: Option<Id>,
    by: &By,
) -> Result<Result<Member, Refused>, Fault> {
    let known = kept::known(tx, &provider.issuer, &named.subject)?;
    let who = match known {
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
    let first = known.is_none() && here != Some(who.id);
    if first && password_of(tx, who.id)?.is_some() {
        return Ok(Err(Refused::Password));
    }
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
    let role = provider.role_of(&named.groups);
    let Some(role) = role.filter(|role| !is_given_by_hand(*role)) else {
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
