//! `/admin/providers`: at whom colleagues can sign in. Evidence: each version in the
//! organisation's facts, without the secret.

use super::{
    decide::{blank, code_for, read, typed},
    records, second,
    shown::{self, On},
};
use crate::{
    amend::{amended, by},
    fault::{Fault, beside, ours},
    frame::back,
};
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use redress_complaint::{
    House,
    chapter::{self, Acting},
    house::organisation,
    second::{REASON, somebody_could, with_reason},
};
use redress_kernel::{Action, Actor, Id, Organisation, fields::Fields, provider::Provider};
use redress_store::{Error, Reader, Tx};
use redress_web::{Sent, Trouble, Visit};

pub const PATH: &str = "/admin/providers";

pub async fn all(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let known = held(&house).await?;
    let on = On {
        house: &house,
        actor: &actor,
        visit: &visit,
        another: another(&house, &actor).await?,
    };
    Ok(shown::all(&on, &known, &blank()))
}

pub async fn add(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    sent: Sent,
) -> Result<Response, Trouble> {
    let (known, mut fields) = (held(&house).await?, sent.fields.clone());
    let on = On {
        house: &house,
        actor: &actor,
        visit: &sent.visit,
        another: another(&house, &actor).await?,
    };
    let code = code_for(&fields.text("provider-name"), &known);
    let new = with_reason(&mut fields, |it| read(it, code, &house.inside));
    let Some((new, _)) = new else {
        fields.take("provider-secret");
        return Ok(shown::all(&on, &known, &fields));
    };
    match kept(&house, &actor, new, declared(&sent.fields)).await {
        Ok(waits) => Ok(said(&sent.visit, waits)),
        Err(chapter::Fault::Refused(refusal)) => {
            beside(&mut fields, refusal);
            fields.take("provider-secret");
            Ok(shown::all(&on, &known, &fields))
        }
        Err(fault) => Err(unseen(fault)),
    }
}

/// What a provider is made of, and nothing else that a form may carry.
fn declared(sent: &Fields) -> Fields {
    let ours = |name: &&str| name.starts_with("provider-") || *name == REASON.name;
    let pairs = sent.names().filter(ours).flat_map(|name| {
        let values = sent.all(name).iter();
        values.map(move |value| (name.to_owned(), value.clone()))
    });
    Fields::from_pairs(pairs)
}

pub async fn one(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(code): Path<String>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let (it, on_file) = named(&house, &code).await?;
    let on = On {
        house: &house,
        actor: &actor,
        visit: &visit,
        another: another(&house, &actor).await?,
    };
    Ok(shown::one(&on, &it, &typed(&it), on_file))
}

pub async fn change(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(code): Path<String>,
    sent: Sent,
) -> Result<Response, Trouble> {
    let (before, on_file) = named(&house, &code).await?;
    let mut fields = sent.fields.clone();
    let on = On {
        house: &house,
        actor: &actor,
        visit: &sent.visit,
        another: another(&house, &actor).await?,
    };
    let new = with_reason(&mut fields, |it| read(it, code, &house.inside));
    let Some((new, _)) = new else {
        fields.take("provider-secret");
        return Ok(shown::one(&on, &before, &fields, on_file));
    };
    match kept(&house, &actor, new, declared(&sent.fields)).await {
        Ok(waits) => Ok(said(&sent.visit, waits)),
        Err(chapter::Fault::Refused(refusal)) => {
            beside(&mut fields, refusal);
            fields.take("provider-secret");
            Ok(shown::one(&on, &before, &fields, on_file))
        }
        Err(fault) => Err(unseen(fault)),
    }
}

pub async fn remove(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(code): Path<String>,
    visit: Visit,
) -> Result<Response, Trouble> {
    named(&house, &code).await?;
    let by = by(&house, &actor);
    let write = move |tx: &mut Tx| -> Result<(), Fault> {
        records::forget(tx, &code)?;
        let without = |mut it: Organisation| {
            it.providers.retain(|provider| provider.code != code);
            Ok(it)
        };
        amended(tx, without, &by)
    };
    house.db.write(write).await?;
    Ok(back(&visit, PATH, "saved"))
}

/// None: it holds now. Otherwise another person was asked.
async fn kept(
    house: &House,
    actor: &Actor,
    new: Provider,
    typed: Fields,
) -> Result<Option<Id>, chapter::Fault> {
    let (who, now) = (actor.clone(), house.now());
    let write = move |tx: &mut Tx| {
        let it = organisation(tx)?;
        let acting = Acting {
            actor: &who,
            organisation: &it,
            now,
        };
        second::asked(tx, new, typed, &acting)
    };
    house.db.write(write).await
}

/// Why, for the second person: where there is one.
async fn another(house: &House, actor: &Actor) -> Result<bool, Trouble> {
    let asker = actor.id;
    let read = move |reader: &mut Reader| -> Result<bool, Error> {
        let may = Action::ApproveAccess;
        somebody_could(reader, may, asker, None)
    };
    house.db.read(read).await.map_err(ours)
}

fn said(visit: &Visit, waits: Option<Id>) -> Response {
    match waits {
        Some(_) => back(visit, PATH, "second-asked"),
        None => back(visit, PATH, "saved"),
    }
}

fn unseen(fault: chapter::Fault) -> Trouble {
    match fault {
        chapter::Fault::Hidden => Trouble::NotFound,
        chapter::Fault::Refused(refusal) => Trouble::Refused(refusal),
        chapter::Fault::Store(error) => ours(error),
    }
}

async fn held(house: &House) -> Result<Vec<Provider>, Trouble> {
    let read = |reader: &mut Reader| organisation(reader).map(|it| it.providers);
    house.db.read(read).await.map_err(ours)
}

async fn named(house: &House, code: &str) -> Result<(Provider, bool), Trouble> {
    let code = code.to_owned();
    let read = move |reader: &mut Reader| -> Result<_, Error> {
        let on_file = records::has_secret(reader, &code)?;
        let known = organisation(reader)?.providers.into_iter();
        Ok(known
            .into_iter()
            .find(|it| it.code == code)
            .map(|it| (it, on_file)))
    };
    let found = house.db.read(read).await.map_err(ours)?;
    found.ok_or(Trouble::NotFound)
}
