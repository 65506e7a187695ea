//! The pages of providers in administration, and the one that says why somebody did not
//! come in: what happened, and what to do now.

use super::{
    Refused,
    begin::back_address,
    decide::{FIRST, REST},
};
use crate::frame::{Form, Sheet};
use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use redress_complaint::{House, second::REASON};
use redress_kernel::{
    Action, Actor,
    fields::Fields,
    provider::{PROVIDERS_MAX, Provider},
};
use redress_web::{Html, Visit, Voice, form};

#[derive(Template)]
#[template(path = "single_sign_on/refused.html")]
struct RefusedPage<'a> {
    t: &'a Voice,
    sentence: Html,
    /// Somebody else has to act.
    ask: bool,
    again: String,
}

/// `by`: the provider that they came from, to lead there again with a password.
pub fn refused(visit: &Visit, why: Refused, by: Option<&str>) -> Response {
    let t = visit.voice();
    let ask = matches!(
        why,
        Refused::SetUp | Refused::Unverified | Refused::Unknown | Refused::Token(_)
    );
    let again = match (why, by) {
        (Refused::Password, Some(code)) => format!("/sign-in?next=/sign-in/with/{code}"),
        _ => "/sign-in".to_owned(),
    };
    let body = Html::from_template(&RefusedPage {
        t: &t,
        sentence: t.html(&why.message()),
        ask,
        again: t.href(&again),
    });
    let page = visit.page().public(&t.say("sso-refused"), body);
    let status = match why {
        Refused::Unreachable | Refused::SetUp => StatusCode::BAD_GATEWAY,
        _ => StatusCode::FORBIDDEN,
    };
    (status, page).into_response()
}

#[derive(Template)]
#[template(path = "single_sign_on/all.html")]
struct All<'a> {
    t: &'a Voice,
    back: &'a str,
    providers: Vec<(String, &'a Provider)>,
    form: Option<Html>,
    full: bool,
    max: usize,
}

#[derive(Template)]
#[template(path = "single_sign_on/secret.html")]
struct Secret<'a> {
    t: &'a Voice,
    on_file: bool,
}

#[derive(Template)]
#[template(path = "single_sign_on/one.html")]
struct One<'a> {
    t: &'a Voice,
    back: &'a str,
    form: Html,
    removal: Option<String>,
}

/// Where a page stands.
pub struct On<'a> {
    pub house: &'a House,
    pub actor: &'a Actor,
    pub visit: &'a Visit,
    /// Somebody else could agree, and reads why.
    pub another: bool,
}

pub fn all(on: &On, known: &[Provider], typed: &Fields) -> Response {
    let t = on.visit.voice();
    let full = known.len() >= PROVIDERS_MAX;
    let may = on.actor.may(Action::ChangeSettings);
    let form = Form::new(
        &t,
        super::pages::PATH,
        fields(&t, typed, false, on.another && may),
        may.then_some("provider-add"),
    );
    let path = |it: &Provider| t.href(&format!("{}/{}", super::pages::PATH, it.code));
    let body = Html::from_template(&All {
        t: &t,
        back: &back_address(on.house),
        providers: known.iter().map(|it| (path(it), it)).collect(),
        form: (may && !full).then(|| form.with_summary(typed).html()),
        full,
        max: PROVIDERS_MAX,
    });
    Sheet::new(on.house, on.visit, on.actor, "office-providers").answer(typed, body)
}

pub fn one(on: &On, it: &Provider, typed: &Fields, on_file: bool) -> Response {
    let t = on.visit.voice();
    let may = on.actor.may(Action::ChangeSettings);
    let path = format!("{}/{}", super::pages::PATH, it.code);
    let drawn = fields(&t, typed, on_file, on.another && may);
    let form = Form::new(&t, &path, drawn, may.then_some("save"));
    let body = Html::from_template(&One {
        t: &t,
        back: &back_address(on.house),
        form: form.with_summary(typed).html(),
        removal: may.then(|| t.href(&format!("{path}/removal"))),
    });
    Sheet::new(on.house, on.visit, on.actor, "office-providers")
        .below(super::pages::PATH, "office-providers")
        .named(&it.name)
        .answer(typed, body)
}

fn fields(t: &Voice, typed: &Fields, on_file: bool, reason: bool) -> Html {
    let options = form::Options::default();
    let reason = if reason { &[REASON][..] } else { &[] };
    [
        form::draw(t, FIRST, typed, &options),
        Html::from_template(&Secret { t, on_file }),
        form::draw(t, REST, typed, &options),
        form::draw(t, reason, typed, &options),
    ]
    .into_iter()
    .collect()
}
