//! The part of a page that asks for a proof: the button for a passkey, one field for a
//! code, or the password for whoever has no second factor. What was typed is never
//! written back.

use super::proving::{CODE, PASSKEY, PASSWORD};
use crate::{challenge::For, factor_records::Ways, passkey_button};
use askama::Template;
use redress_complaint::House;
use redress_kernel::{Id, words::Message};
use redress_web::{Html, Voice};

#[derive(Template)]
#[template(path = "sign_in/proof.html")]
struct Part<'a> {
    t: &'a Voice,
    passkey: Option<Html>,
    /// Name of the field, and whether it takes codes.
    field: Option<&'a str>,
    code: bool,
    authenticator: bool,
    error: Option<Html>,
}

pub fn part(house: &House, t: &Voice, person: Id, ways: &Ways, problem: Option<&Message>) -> Html {
    let has_keys = !ways.passkeys.is_empty();
    let passkey = has_keys
        .then(|| passkey_button::to_answer(house, t, For::Proof(person), &ways.passkeys, PASSKEY))
        .flatten();
    // Recovery codes stand in for a passkey too, where no script runs or the key is gone.
    let code = ways.second();
    Html::from_template(&Part {
        t,
        passkey,
        field: Some(if code { CODE } else { PASSWORD }),
        code,
        authenticator: ways.authenticator,
        error: problem.map(|problem| t.html(problem)),
    })
}
