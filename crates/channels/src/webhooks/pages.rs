//! `/admin/webhooks`: the list with a new one, and each with its form, its test and
//! what did or did not arrive.

use super::{
    acts::{self, Place, target},
    message::EVENTS,
    records::{WEBHOOKS_MAX, Webhook, failed, named, newest, opened, resend as again, webhooks},
    sending::{Tried, attempt},
    signature::secret_text,
    views::{Line, Row, line, outcome, row},
};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use redress_complaint::House;
use redress_kernel::{
    Action, Actor, By, Id,
    fields::{Field, Fields, Kind},
};
use redress_office::egress::ADDRESS_MAX;
use redress_office::{
    fault::ours,
    frame::{Form, Sheet, back},
};
use redress_store::{Error, Reader, Tx};
use redress_web::{Html, Sent, Trouble, Visit, Voice, form};

pub(super) const ADDRESS: Field = Field::new("webhook-address", Kind::Line(ADDRESS_MAX)).hinted();
const OTHER: Field = Field::new("webhook-other-address", Kind::Line(ADDRESS_MAX)).hinted();
pub(super) const EVENTS_FIELD: Field =
    Field::new("webhook-events", Kind::Several("fact", EVENTS)).hinted();
pub(super) const ACTIVE: Field = Field::new("webhook-active", Kind::Tick);
const NEW: &[Field] = &[ADDRESS.required(), EVENTS_FIELD];
const CHANGE: &[Field] = &[OTHER, EVENTS_FIELD, ACTIVE];

#[derive(Template)]
#[template(path = "webhooks/fresh.html")]
struct Fresh<'a> {
    t: &'a Voice,
    secret: &'a str,
}

#[derive(Template)]
#[template(path = "webhooks/list.html")]
struct List<'a> {
    t: &'a Voice,
    fresh: Html,
    lines: Vec<Line>,
    form: Option<Html>,
}

#[derive(Template)]
#[template(path = "webhooks/one.html")]
struct One<'a> {
    t: &'a Voice,
    path: String,
    fresh: Html,
    tried: Option<Html>,
    sealed: bool,
    form: Option<Html>,
    failed: Vec<Row>,
    newest: Vec<Row>,
}

/// What a page shows besides what is on file.
#[derive(Default)]
struct Shown<'a> {
    typed: Option<&'a Fields>,
    secret: Option<&'a str>,
    tried: Option<Html>,
}

pub async fn list(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
) -> Result<Response, Trouble> {
    page(&house, &actor, &visit, Shown::default()).await
}

async fn page(
    house: &House,
    actor: &Actor,
    visit: &Visit,
    shown: Shown<'_>,
) -> Result<Response, Trouble> {
    let read = |reader: &mut Reader| -> Result<_, Error> {
        let all = webhooks(reader)?.into_iter();
        all.map(|webhook| Ok((failed(reader, webhook.id)?.len(), webhook)))
            .collect::<Result<Vec<_>, Error>>()
    };
    let all = house.db.read(read).await.map_err(ours)?;
    let (t, nothing) = (visit.voice(), Fields::default());
    let typed = shown.typed.unwrap_or(&nothing);
    let room = all.len() < WEBHOOKS_MAX && actor.may(Action::ChangeSettings);
    let body = Html::from_template(&List {
        fresh: fresh(&t, shown.secret),
        lines: all
            .iter()
            .map(|(n, webhook)| line(&t, webhook, *n))
            .collect(),
        form: room.then(|| drawn(&t, "/admin/webhooks", NEW, typed, "webhook-add")),
        t: &t,
    });
    Ok(Sheet::new(house, visit, actor, "office-webhooks").answer(typed, body))
}

fn fresh(t: &Voice, secret: Option<&str>) -> Html {
    secret.map_or_else(Html::default, |secret| {
        Html::from_template(&Fresh { t, secret })
    })
}

fn drawn(t: &Voice, path: &str, fields: &[Field], typed: &Fields, button: &str) -> Html {
    let fields = form::draw(t, fields, typed, &form::Options::default());
    Form::new(t, path, fields, Some(button))
        .with_summary(typed)
        .html()
}

fn by(house: &House, actor: &Actor) -> By {
    By {
        actor: actor.id,
        unit: actor.unit,
        at: house.now(),
    }
}

pub async fn add(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    mut sent: Sent,
) -> Result<Response, Trouble> {
    sent.fields.check(NEW);
    let target = match sent.fields.problems().is_empty() {
        true => target(&mut sent.fields, ADDRESS.name, &house),
        false => None,
    };
    let typed = Shown {
        typed: Some(&sent.fields),
        ..Shown::default()
    };
    let Some(target) = target else {
        return page(&house, &actor, &sent.visit, typed).await;
    };
    let (by, events) = (by(&house, &actor), sent.fields.codes("webhook-events"));
    let place = Place {
        address: sent.fields.text(ADDRESS.name),
        target,
    };
    let secret = secret_text((house.random)());
    let kept = secret.clone();
    let write = house
        .db
        .write(move |tx: &mut Tx| acts::add(tx, &place, events, &kept, &by));
    let shown = match write.await.map_err(ours)? {
        Some(_) => Shown {
            secret: Some(&secret),
            ..Shown::default()
        },
        None => typed,
    };
    page(&house, &actor, &sent.visit, shown).await
}

pub async fn one(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(webhook): Path<String>,
    visit: Visit,
) -> Result<Response, Trouble> {
    sheet(&house, &actor, &visit, id(&webhook)?, Shown::default()).await
}

fn id(typed: &str) -> Result<Id, Trouble> {
    typed.parse().map_err(|_| Trouble::NotFound)
}

async fn sheet(
    house: &House,
    actor: &Actor,
    visit: &Visit,
    id: Id,
    shown: Shown<'_>,
) -> Result<Response, Trouble> {
    let keys = house.db.keys().clone();
    let read = move |reader: &mut Reader| -> Result<_, Error> {
        let Some(webhook) = named(reader, id)? else {
            return Ok(None);
        };
        let (failed, newest) = (failed(reader, id)?, newest(reader, id)?);
        Ok(Some((
            webhook,
            opened(reader, &keys, id)?.is_none(),
            failed,
            newest,
        )))
    };
    let found = house.db.read(read).await.map_err(ours)?;
    let (webhook, sealed, failed, newest) = found.ok_or(Trouble::NotFound)?;
    let (t, on_file) = (visit.voice(), on_file(&webhook));
    let typed = shown.typed.unwrap_or(&on_file);
    let path = format!("/admin/webhooks/{id}");
    let may_change = actor.may(Action::ChangeSettings);
    let body = Html::from_template(&One {
        path: t.href(&path),
        fresh: fresh(&t, shown.secret),
        tried: shown.tried,
        sealed,
        form: may_change.then(|| drawn(&t, &path, CHANGE, typed, "save")),
        failed: failed.iter().map(|delivery| row(&t, delivery)).collect(),
        newest: newest.iter().map(|delivery| row(&t, delivery)).collect(),
        t: &t,
    });
    let sheet = Sheet::new(house, visit, actor, "office-webhook").named(&webhook.origin);
    Ok(sheet
        .below("/admin/webhooks", "office-webhooks")
        .answer(typed, body))
}

/// The address is never written back into a page.
fn on_file(webhook: &Webhook) -> Fields {
    let events = webhook.events.iter();
    let pairs = events.map(|event| ("webhook-events".to_owned(), event.clone()));
    let mut fields = Fields::from_pairs(pairs);
    if webhook.active {
        fields.put("webhook-active", "yes");
    }
    fields
}

pub async fn change(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(webhook): Path<String>,
    mut sent: Sent,
) -> Result<Response, Trouble> {
    let id = id(&webhook)?;
    sent.fields.check(CHANGE);
    let keeps = sent.fields.typed(OTHER.name).is_empty();
    let new = match keeps || !sent.fields.problems().is_empty() {
        true => None,
        false => target(&mut sent.fields, OTHER.name, &house),
    };
    if !sent.fields.problems().is_empty() {
        let shown = Shown {
            typed: Some(&sent.fields),
            ..Shown::default()
        };
        return sheet(&house, &actor, &sent.visit, id, shown).await;
    }
    let (by, address) = (by(&house, &actor), sent.fields.text(OTHER.name));
    let other = new.map(|target| Place { address, target });
    let set = (
        sent.fields.codes("webhook-events"),
        sent.fields.ticked("webhook-active"),
    );
    let write = house
        .db
        .write(move |tx: &mut Tx| acts::change(tx, id, other, set, &by));
    match write.await.map_err(ours)? {
        true => Ok(back(&sent.visit, &format!("/admin/webhooks/{id}"), "saved")),
        false => Err(Trouble::NotFound),
    }
}

/// Sends a telling about nothing now, past the queue, and says what came of it.
pub async fn test(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(webhook): Path<String>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let id = id(&webhook)?;
    let now = house.now();
    let write = house.db.write(move |tx: &mut Tx| acts::test(tx, id, now));
    let delivery = write.await.map_err(ours)?.ok_or(Trouble::NotFound)?;
    let inside = house.clone();
    let tried = tokio::task::spawn_blocking(move || attempt(&inside, delivery, true)).await;
    let tried = tried.map_err(Trouble::internal)?.map_err(ours)?;
    let t = visit.voice();
    let said = match tried {
        Tried::Taken => Html::text(&t.say("webhook-test-taken")),
        Tried::NotTaken(why) => outcome(&t, &why.code()).unwrap_or_default(),
        Tried::Never(code) => outcome(&t, code).unwrap_or_default(),
        Tried::Nothing => return Err(Trouble::NotFound),
    };
    let shown = Shown {
        tried: Some(said),
        ..Shown::default()
    };
    sheet(&house, &actor, &visit, id, shown).await
}

pub async fn renew(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(webhook): Path<String>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let id = id(&webhook)?;
    let (by, secret) = (by(&house, &actor), secret_text((house.random)()));
    let kept = secret.clone();
    let write = house
        .db
        .write(move |tx: &mut Tx| acts::renew(tx, id, &kept, &by));
    if !write.await.map_err(ours)? {
        return Err(Trouble::NotFound);
    }
    let shown = Shown {
        secret: Some(&secret),
        ..Shown::default()
    };
    sheet(&house, &actor, &visit, id, shown).await
}

pub async fn resend(
    State(house): State<House>,
    Path(webhook): Path<String>,
    sent: Sent,
) -> Result<Response, Trouble> {
    let (id, now) = (id(&webhook)?, house.now());
    let one = sent.fields.id("delivery");
    let write = house
        .db
        .write(move |tx: &mut Tx| -> Result<_, Error> { again(tx, id, one, now) });
    write.await.map_err(ours)?;
    Ok(back(
        &sent.visit,
        &format!("/admin/webhooks/{id}"),
        "resent",
    ))
}

pub async fn remove(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(webhook): Path<String>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let (id, by) = (id(&webhook)?, by(&house, &actor));
    let write = house.db.write(move |tx: &mut Tx| acts::remove(tx, id, &by));
    match write.await.map_err(ours)? {
        true => Ok(back(&visit, "/admin/webhooks", "webhook-removed")),
        false => Err(Trouble::NotFound),
    }
}
