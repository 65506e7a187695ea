//! `/admin/providers`: at whom colleagues can sign in. Evidence: each version in the
//! organisation's facts, without the secret.

use super::{
    decide::{blank, code_for, read, typed},
    records,
    shown::{self, On},
};
use crate::{
    amend::{amended, by},
    fault::{Fault, ours},
    frame::back,
};
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use redress_complaint::{House, house::organisation};
use redress_kernel::{
    Actor, Organisation, Refusal,
    provider::{PROVIDERS_MAX, Provider},
};
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
    };
    Ok(shown::all(&on, &known, &blank()))
}

pub async fn add(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    sent: Sent,
) -> Result<Response, Trouble> {
    let (known, mut fields) = (held(&house).await?, sent.fields.clone());
    let code = code_for(&fields.text("provider-name"), &known);
    let Some(new) = read(&mut fields, code, &house.inside) else {
        let on = On {
            house: &house,
            actor: &actor,
            visit: &sent.visit,
        };
        fields.take("provider-secret");
        return Ok(shown::all(&on, &known, &fields));
    };
    let secret = sent.fields.text("provider-secret");
    kept(&house, &actor, new, secret, |all, new| {
        let room = all.len() < PROVIDERS_MAX && all.iter().all(|it| it.code != new.code);
        if room {
            all.push(new);
        }
        room
    })
    .await?;
    Ok(back(&sent.visit, PATH, "saved"))
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
    let Some(new) = read(&mut fields, code, &house.inside) else {
        let on = On {
            house: &house,
            actor: &actor,
            visit: &sent.visit,
        };
        fields.take("provider-secret");
        return Ok(shown::one(&on, &before, &fields, on_file));
    };
    let secret = sent.fields.text("provider-secret");
    kept(&house, &actor, new, secret, |all, new| {
        let mut its = all.iter_mut().filter(|it| it.code == new.code);
        its.next().map(|it| *it = new.clone()).is_some()
    })
    .await?;
    Ok(back(&sent.visit, PATH, "saved"))
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

/// An empty secret leaves the one on file alone.
async fn kept(
    house: &House,
    actor: &Actor,
    new: Provider,
    secret: String,
    put: impl FnOnce(&mut Vec<Provider>, Provider) -> bool + Send + 'static,
) -> Result<(), Fault> {
    let by = by(house, actor);
    let write = move |tx: &mut Tx| -> Result<(), Fault> {
        let code = new.code.clone();
        let with = |mut it: Organisation| match put(&mut it.providers, new) {
            true => Ok(it),
            false => Err(Refusal::new("not-possible")),
        };
        amended(tx, with, &by)?;
        if !secret.is_empty() {
            records::keep(tx, &code, &secret)?;
        }
        Ok(())
    };
    house.db.write(write).await
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
