//! The button that asks the browser for a passkey, with what its script needs to know.
//! Without the script it is not there, and every page has another way beside it.

use crate::{
    challenge::{self, For},
    factor_records::Passkey,
    passkey::{ALGORITHMS, Site},
    roster::Member,
};
use askama::Template;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use redress_complaint::House;
use redress_web::{Html, Voice, assets};
use serde_json::{Value, json};

#[derive(Template)]
#[template(path = "passkey.html")]
struct Button<'a> {
    t: &'a Voice,
    options: String,
    /// The hidden field that the answer goes into.
    field: &'a str,
    label: &'a str,
    script: String,
}

fn drawn(t: &Voice, options: &Value, field: &str, label: &str) -> Html {
    Html::from_template(&Button {
        t,
        options: options.to_string(),
        field,
        label,
        script: assets::passkey_script(),
    })
}

fn named(keys: &[Passkey]) -> Vec<&str> {
    keys.iter()
        .map(|key| key.kept.credential.as_str())
        .collect()
}

/// To answer a challenge; with no keys named the browser offers those it has for us.
/// Nothing where this site can have no passkeys.
pub fn to_answer(
    house: &House,
    t: &Voice,
    what: For,
    keys: &[Passkey],
    field: &str,
) -> Option<Html> {
    let site = Site::of(&house.base_url)?;
    let challenge = challenge::made(house.db.keys(), what, (house.random)(), house.now());
    let options = json!({
        "kind": "get", "challenge": challenge, "host": site.host, "keys": named(keys),
        "verified": what == For::SignIn,
    });
    Some(drawn(t, &options, field, "passkey-use"))
}

/// To make a new one for this person.
pub fn to_make(
    house: &House,
    t: &Voice,
    member: &Member,
    keys: &[Passkey],
    place: &str,
    field: &str,
) -> Option<Html> {
    let site = Site::of(&house.base_url)?;
    let what = For::Adding(member.id);
    let challenge = challenge::made(house.db.keys(), what, (house.random)(), house.now());
    let options = json!({
        "kind": "create", "challenge": challenge, "host": site.host, "place": place,
        "keys": named(keys), "algorithms": ALGORITHMS,
        "user": {
            "id": URL_SAFE_NO_PAD.encode(member.id.bytes()),
            "name": member.email, "displayName": member.name,
        },
    });
    Some(drawn(t, &options, field, "passkey-make"))
}
