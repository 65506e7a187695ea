//! Somebody stands in for a colleague who is away. The first time they open a case of
//! theirs shows them the name, and that is recorded before they see it: once for each
//! person and case, however often they open it. Evidence: `identity-shown`.

use crate::{
    Complaint, House,
    case::NameShown,
    door::visible,
    facts::{IdentityShown, Reason},
    house::{calendar, organisation, stood_in_for},
};
use redress_kernel::{Action, Actor, By, Draft, Instant};
use redress_store::{Error, Read};

/// Records the look, if this opening is one. Asked before a case is shown.
pub async fn stands_in(
    house: &House,
    actor: &Actor,
    reference: &str,
    now: Instant,
) -> Result<(), Error> {
    let (who, asked) = (actor.clone(), reference.to_owned());
    let looks = house
        .db
        .read(move |reader| first_look(reader, &who, &asked, now))
        .await?;
    if looks.is_none() {
        return Ok(());
    }
    let (who, asked) = (actor.clone(), reference.to_owned());
    // Asked again where it is written: two pages can be opened at once.
    let record = move |tx: &mut redress_store::Tx| -> Result<(), Error> {
        let by = By {
            actor: who.id,
            unit: who.unit,
            at: now,
        };
        match first_look(tx, &who, &asked, now)? {
            Some(draft) => tx.record(draft, &by).map(|_| ()),
            None => Ok(()),
        }
    };
    house.db.write(record).await
}

fn first_look(
    reader: &mut impl Read,
    actor: &Actor,
    reference: &str,
    now: Instant,
) -> Result<Option<Draft>, Error> {
    if !actor.may(Action::SeeIdentity) {
        return Ok(None);
    }
    let today = now.date_in(&organisation(reader)?.zone());
    let absent = stood_in_for(reader, actor.id, today)?;
    if absent.is_empty() {
        return Ok(None);
    }
    let Some(case) = visible(reader, actor, reference, now)? else {
        return Ok(None);
    };
    let away = absent.iter().find(|away| Some(away.person) == case.owner);
    let until = match away {
        Some(away) => calendar(reader)?.end_of(away.until),
        None => return Ok(None),
    };
    Ok(look(&case, actor, until))
}

/// As these eyes see it so far: a name that they know already is shown to them no more.
pub(super) fn look(case: &Complaint, actor: &Actor, until: Instant) -> Option<Draft> {
    let nobody = case.complainant.is_empty() && case.representative.is_none();
    if !case.is_open() || !case.is_masked() || nobody {
        return None;
    }
    let shown = IdentityShown {
        to: actor.id,
        role: actor.role,
        why: NameShown::STANDS_IN.to_owned(),
        until,
    };
    Some(Draft::with(case.id, &shown, &Reason::default()))
}
