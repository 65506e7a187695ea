//! Passkeys: one more with a name, or one less. Several are better than one: the second
//! opens the door on the day on which the first is lost.

use super::{
    authenticator::{added, removed},
    codes,
    decide::may_go,
    page::{NAME, PATH, page},
};
use crate::{
    amend::by,
    challenge::{self, For},
    factor_records::{
        PASSKEYS_MAX, Passkey, forget_passkey, keep_passkey, passkey_named, spend_challenge, ways,
    },
    fault::Fault,
    frame::back,
    lately::Kept,
    passkey::{Made, Site, challenge_in, made},
};
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use redress_complaint::{House, house::organisation};
use redress_kernel::{Actor, By, Id, fields::Fields, words::Message};
use redress_store::Tx;
use redress_web::{Sent, Trouble, Visit};

const FACTOR: &str = "passkey";

/// What the form and the browser handed in.
struct Fresh {
    site: Site,
    name: String,
    made: Made,
}

pub async fn add(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    kept: Option<Extension<Kept>>,
    mut sent: Sent,
) -> Result<Response, Trouble> {
    let handed = sent.fields.take("passkey");
    sent.fields.check(&[NAME]);
    if !sent.fields.problems().is_empty() {
        return page(&house, &actor, &sent.visit, &sent.fields, &[]).await;
    }
    let handed = handed
        .first()
        .and_then(|text| serde_json::from_str(text).ok());
    let (by, codes) = (by(&house, &actor), codes::drawn(&house));
    let done = match (Site::of(&house.base_url), handed) {
        (Some(site), Some(made)) => {
            let name = sent.fields.text(NAME.name);
            let (fresh, codes) = (Fresh { site, name, made }, codes.clone());
            let write = move |tx: &mut Tx| kept_new(tx, &fresh, &codes, &by);
            house.db.write(write).await?
        }
        _ => None,
    };
    let Some(first) = done else {
        sent.fields
            .problem(NAME.name, Message::new("problem-passkey-new"));
        return page(&house, &actor, &sent.visit, &sent.fields, &[]).await;
    };
    if let Some(Extension(kept)) = kept {
        kept.forget_all();
    }
    let codes = if first { codes } else { Vec::new() };
    page(&house, &actor, &sent.visit, &Fields::default(), &codes).await
}

/// None: it is no answer to a challenge of ours, or known already. True: the first factor.
fn kept_new(tx: &mut Tx, fresh: &Fresh, codes: &[String], by: &By) -> Result<Option<bool>, Fault> {
    let keys = tx.keys().clone();
    let before = ways(tx, by.actor)?;
    let challenge = challenge_in(&fresh.made.client_data).unwrap_or_default();
    let ends = challenge::ends(&keys, For::Adding(by.actor), &challenge, by.at);
    let (Some(ends), Some(key)) = (ends, made(&fresh.site, &challenge, &fresh.made)) else {
        return Ok(None);
    };
    let known = passkey_named(tx, &key.credential)?.is_some();
    let full = before.passkeys.len() >= PASSKEYS_MAX;
    if known || full || !spend_challenge(tx, &challenge, ends, by.at)? {
        return Ok(None);
    }
    let new = Passkey {
        id: tx.new_id(by.at),
        person: by.actor,
        name: fresh.name.clone(),
        kept: key,
        added_at: by.at,
        used_at: None,
    };
    keep_passkey(tx, &new)?;
    added(tx, by.actor, FACTOR, by)?;
    let first = !before.second();
    if first {
        codes::keep(tx, by.actor, codes, by)?;
    }
    Ok(Some(first))
}

pub async fn remove(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(passkey): Path<String>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let id: Id = passkey.parse().map_err(|_| Trouble::NotFound)?;
    let (by, role) = (by(&house, &actor), actor.role);
    let write = move |tx: &mut Tx| -> Result<bool, Fault> {
        let mut left = ways(tx, by.actor)?;
        left.passkeys.retain(|key| key.id != id);
        may_go(&left, role, &organisation(tx)?)?;
        let there = forget_passkey(tx, by.actor, id)?;
        if there {
            removed(tx, by.actor, FACTOR, &by)?;
        }
        Ok(there)
    };
    match house.db.write(write).await? {
        true => Ok(back(&visit, PATH, "factor-removed")),
        false => Err(Trouble::NotFound),
    }
}
