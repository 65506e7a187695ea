//! Where people can sign in decides who comes in: a provider is added or changed by two
//! people where there are two, and removed by one. The secret travels sealed and is put
//! in its place when the other person agrees. Evidence: the request and its answer, or
//! that one person decided it, and the organisation's own fact.

use super::{
    decide::{FIRST, read},
    records,
};
use crate::amend::amended;
use redress_complaint::{
    House,
    chapter::{Acting, Fault},
    house::organisation,
    second::{REASON, Request, SecondAct, Wish, ask_unless_alone},
};
use redress_kernel::{
    Action, Id, Organisation, Refusal,
    fields::Fields,
    provider::{PROVIDERS_MAX, Provider},
};
use redress_store::Tx;

pub const PROVIDER: SecondAct = SecondAct {
    name: "provider",
    decides: Action::ApproveAccess,
    form: FIRST,
    done: set,
};

/// Without labels: no page shows them.
const CODE: &str = "second-provider";
const SEALED: &str = "second-sealed";

/// `typed`: the form as it was sent, already found right; the secret apart. Answers the
/// request, where another person was asked.
pub fn asked(
    tx: &mut Tx,
    new: Provider,
    mut typed: Fields,
    acting: &Acting,
) -> Result<Option<Id>, Fault> {
    let secret = typed.take("provider-secret").join("");
    let reason = typed.take(REASON.name).join("");
    let known = organisation(tx)?.providers;
    if known.contains(&new) {
        // Who comes in stays the same: the secret only opens the door for us.
        keep(tx, &new.code, &secret)?;
        return Ok(None);
    }
    room(&known, &new)?;
    typed.put(CODE, new.code.as_str());
    if !secret.is_empty() {
        let sealed = tx.keys().seal(SEALED, &secret)?;
        typed.put(SEALED, sealed);
    }
    let wish = Wish {
        complaint: None,
        concerns: None,
        reason,
        typed,
    };
    let waits = ask_unless_alone(tx, &PROVIDER, &wish, acting)?;
    if waits.is_none() {
        put(tx, new, &secret, acting)?;
    }
    Ok(waits)
}

fn room(known: &[Provider], new: &Provider) -> Result<(), Refusal> {
    let there = known.iter().any(|it| it.code == new.code);
    match there || known.len() < PROVIDERS_MAX {
        true => Ok(()),
        false => Err(Refusal::new("not-possible")),
    }
}

fn keep(tx: &mut Tx, code: &str, secret: &str) -> Result<(), Fault> {
    // An empty secret leaves the one on file alone.
    match secret.is_empty() {
        true => Ok(()),
        false => Ok(records::keep(tx, code, secret)?),
    }
}

fn put(tx: &mut Tx, new: Provider, secret: &str, acting: &Acting) -> Result<(), Fault> {
    let code = new.code.clone();
    let with = |mut it: Organisation| {
        room(&it.providers, &new)?;
        match it.providers.iter_mut().find(|its| its.code == new.code) {
            Some(its) => *its = new,
            None => it.providers.push(new),
        }
        Ok(it)
    };
    amended(tx, with, &acting.by())?;
    keep(tx, &code, secret)
}

fn set(tx: &mut Tx, house: &House, request: &Request, acting: &Acting) -> Result<(), Fault> {
    let mut fields = request.typed.clone();
    let code = fields.take(CODE).join("");
    let sealed = fields.take(SEALED).join("");
    let new = read(&mut fields, code, &house.inside).ok_or(Refusal::new("not-possible"))?;
    let secret = tx.keys().unseal(SEALED, &sealed).unwrap_or_default();
    put(tx, new, &secret, acting)
}
