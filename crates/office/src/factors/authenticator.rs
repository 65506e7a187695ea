//! The authenticator app: a picture and the key in letters, then one code that proves the
//! app has it. Until then nothing has changed.

use super::{
    codes,
    decide::may_go,
    page::{PATH, own, page},
};
use crate::{
    account_mail::{What, tell},
    amend::by,
    factor_records::{
        Ways, authenticator, begin_authenticator, forget_authenticator, spend_first_code, ways,
    },
    facts::{FactorAdded, FactorRemoved},
    fault::{Fault, ours},
    frame::{Form, Sheet, back},
    lately::Kept,
    records::lift_limits,
    totp,
};
use askama::Template;
use axum::{
    Extension,
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use redress_complaint::{House, house::organisation};
use redress_kernel::{
    Actor, By, Draft, Id, Refusal,
    fields::{Field, Fields, Kind},
    words::Message,
};
use redress_store::{Reader, Tx};
use redress_web::{Html, Sent, Trouble, Visit, Voice, form, qr};

const SETTING_UP: &str = "/desk/profile/authenticator";
const CODE: &[Field] = &[Field::new("authenticator-code", Kind::Line(20)).required()];
pub const FACTOR: &str = "authenticator";

#[derive(Template)]
#[template(path = "factors/authenticator.html")]
struct Page<'a> {
    t: &'a Voice,
    picture: Html,
    key: String,
    form: Html,
}

/// A new secret; one that counts already is removed first, so nobody loses it by looking.
pub async fn begin(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
) -> Result<Response, Trouble> {
    if own(&house, &actor).await?.ways.authenticator {
        return Err(Refusal::new("authenticator-there").into());
    }
    let (secret, person, now) = (totp::secret((house.random)()), actor.id, house.now());
    let write = move |tx: &mut Tx| begin_authenticator(tx, person, &secret, now);
    house.db.write(write).await.map_err(ours)?;
    Ok(Redirect::to(&visit.voice().href(SETTING_UP)).into_response())
}

pub async fn show(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
) -> Result<Response, Trouble> {
    setting_up(&house, &actor, &visit, &Fields::default()).await
}

async fn setting_up(
    house: &House,
    actor: &Actor,
    visit: &Visit,
    typed: &Fields,
) -> Result<Response, Trouble> {
    let (person, keys) = (actor.id, house.db.keys().clone());
    let read = move |reader: &mut Reader| authenticator(reader, &keys, person);
    let known = house.db.read(read).await.map_err(ours)?;
    let Some(known) = known.filter(|known| !known.confirmed) else {
        return Ok(Redirect::to(&visit.voice().href(PATH)).into_response());
    };
    let t = visit.voice();
    let place = own(house, actor).await?.it.name;
    let address = totp::address(&known.secret, &place, &actor.email);
    let mut shown = typed.clone();
    shown.take("authenticator-code");
    let fields = form::draw(&t, CODE, &shown, &form::Options::default());
    let confirm = format!("{SETTING_UP}/confirmation");
    let form = Form::new(&t, &confirm, fields, Some("authenticator-confirm"));
    let body = Html::from_template(&Page {
        picture: qr(&address, &t.say("authenticator-picture")),
        key: totp::in_groups(&totp::written(&known.secret)),
        form: form.with_summary(typed).html(),
        t: &t,
    });
    Ok(Sheet::new(house, visit, actor, "office-authenticator")
        .below(PATH, "office-factors")
        .answer(typed, body))
}

pub async fn confirm(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    kept: Option<Extension<Kept>>,
    mut sent: Sent,
) -> Result<Response, Trouble> {
    sent.fields.check(CODE);
    let (codes, by) = (codes::drawn(&house), by(&house, &actor));
    let (typed, fresh) = (sent.fields.text("authenticator-code"), codes.clone());
    let write = move |tx: &mut Tx| confirmed(tx, &typed, &fresh, &by);
    let codes = match house.db.write(write).await? {
        Some(true) => codes,
        Some(false) => Vec::new(),
        None => {
            sent.fields.problem(
                "authenticator-code",
                Message::new("problem-authenticator-code"),
            );
            return setting_up(&house, &actor, &sent.visit, &sent.fields).await;
        }
    };
    if let Some(Extension(kept)) = kept {
        kept.forget_all();
    }
    page(&house, &actor, &sent.visit, &Fields::default(), &codes).await
}

/// None: the code is wrong. True: it is their first factor, and the codes are theirs.
fn confirmed(tx: &mut Tx, typed: &str, codes: &[String], by: &By) -> Result<Option<bool>, Fault> {
    let before = ways(tx, by.actor)?;
    if !spend_first_code(tx, by.actor, typed, by.at)? {
        return Ok(None);
    }
    added(tx, by.actor, FACTOR, by)?;
    let first = !before.second();
    if first {
        codes::keep(tx, by.actor, codes, by)?;
    }
    Ok(Some(first))
}

/// What holds for every new factor.
pub(super) fn added(tx: &mut Tx, person: Id, factor: &str, by: &By) -> Result<(), Fault> {
    let fact = FactorAdded {
        factor: factor.to_owned(),
    };
    tx.record(Draft::of(person, &fact), by)?;
    lift_limits(tx, person)?;
    Ok(tell(tx, person, What::FactorAdded, by.at)?)
}

pub(super) fn removed(tx: &mut Tx, person: Id, factor: &str, by: &By) -> Result<(), Fault> {
    let fact = FactorRemoved {
        factor: factor.to_owned(),
    };
    tx.record(Draft::of(person, &fact), by)?;
    Ok(tell(tx, person, What::FactorRemoved, by.at)?)
}

pub async fn remove(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let (by, role) = (by(&house, &actor), actor.role);
    let write = move |tx: &mut Tx| -> Result<(), Fault> {
        let left = Ways {
            authenticator: false,
            ..ways(tx, by.actor)?
        };
        may_go(&left, role, &organisation(tx)?)?;
        match forget_authenticator(tx, by.actor)? {
            true => removed(tx, by.actor, FACTOR, &by),
            false => Ok(()),
        }
    };
    house.db.write(write).await?;
    Ok(back(&visit, PATH, "factor-removed"))
}
