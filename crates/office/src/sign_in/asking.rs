//! The part of a page that asks for a proof: the button for a passkey, one field for a
//! code, or the password for whoever has no second factor; whoever has not even that is
//! led to the providers, in another window, and back to this page. What was typed is
//! never written back.

use super::proving::{CODE, PASSKEY, PASSWORD};
use crate::{challenge::For, factor_records::Ways, passkey_button};
use askama::Template;
use redress_complaint::House;
use redress_kernel::{Id, words::Message};
use redress_web::{Html, Visit, Voice};

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
    /// Where else they can show it: address and name.
    elsewhere: Vec<(String, String)>,
}

pub fn part(
    house: &House,
    visit: &Visit,
    person: Id,
    ways: &Ways,
    problem: Option<&Message>,
) -> Html {
    let t = &visit.voice();
    let has_keys = !ways.passkeys.is_empty();
    let passkey = has_keys
        .then(|| passkey_button::to_answer(house, t, For::Proof(person), &ways.passkeys, PASSKEY))
        .flatten();
    // Recovery codes stand in for a passkey too, where no script runs or the key is gone.
    let code = ways.second();
    let field = match (code, ways.password) {
        (true, _) => Some(CODE),
        (false, true) => Some(PASSWORD),
        (false, false) => None,
    };
    let anew = visit.organisation.providers.iter().map(|it| {
        let path = format!("/sign-in/with/{}?anew=1", it.code);
        (t.href(&path), it.name.clone())
    });
    Html::from_template(&Part {
        t,
        passkey,
        field,
        code,
        authenticator: ways.authenticator,
        error: problem.map(|problem| t.html(problem)),
        elsewhere: anew.collect(),
    })
}
