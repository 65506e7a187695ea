//! API tokens: a program acts for a person, with at most their rights. The token
//! is shown once and ends by itself; kept is its hash. Its person is told by mail. Evidence: who let which program in, with
//! which scope, and when that ended.

mod calls;
mod pages;
mod records;
mod scope;
mod watch;

pub use records::{Token, tokens};
pub use scope::{SCOPES, scope_named};
pub use watch::{Watched, note_programs};

use crate::{
    account_mail::{tell_before_end, tell_of_token},
    facts::{PersonDeactivated, TokenCreated, TokenName, TokenRevoked},
    fault::Fault,
    roster, secret,
};
use redress_complaint::{
    Slice,
    menu::{Area, Place, Section},
    routes::{Permit, Routes},
};
use redress_kernel::{Action, Actor, By, Draft, Entry, Fact, Id, Instant, Refusal};
use redress_store::{Error, Reader, Tx};

pub const SLICE: Slice = Slice {
    listen: Some(listen),
    pages: Some(routes),
    calls: calls::CALLS,
    places: &[Place::new(
        Area::Admin(Section::People),
        "/admin/tokens",
        "office-tokens",
        Action::ManagePeople,
    )],
    facts: &[TokenCreated::KIND, TokenRevoked::KIND],
    ..Slice::new("office.tokens", "")
};

#[derive(Debug, Clone)]
pub struct NewToken {
    pub person: Id,
    /// What it is for, so that somebody can tell later whether it is still needed.
    pub name: String,
    /// None: everything that the person may do.
    pub scope: Option<Vec<Action>>,
}

const DAY: i64 = 24 * 3600;
/// As long as a token works, unless somebody says otherwise; and at the longest.
pub const DAYS: i64 = 365;
pub const DAYS_MAX: i64 = 730;
/// So many days before its end its person is told.
pub const WARNED_DAYS: i64 = 30;

/// Makes a token that works for a year and returns it; it can never be read again.
pub fn create_token(
    tx: &mut Tx,
    new: &NewToken,
    random: [u8; 32],
    by: &By,
) -> Result<String, Fault> {
    create_token_until(tx, new, by.at.plus_seconds(DAYS * DAY), random, by)
}

/// The same until another day.
pub fn create_token_until(
    tx: &mut Tx,
    new: &NewToken,
    ends: Instant,
    random: [u8; 32],
    by: &By,
) -> Result<String, Fault> {
    let name = new.name.trim();
    if name.is_empty() {
        return Err(Refusal::new("token-name-needed").at("token-name").into());
    }
    let person = roster::member(tx, new.person)?.filter(|member| member.active);
    let Some(person) = person else {
        return Err(Refusal::new("no-such-person").at("person").into());
    };
    let token = format!("rd_{}", secret::token(random));
    let id = tx.new_id(by.at);
    records::keep(
        tx,
        id,
        &secret::kept(&token),
        person.id,
        name,
        new.scope.as_deref(),
        (by.at, ends),
    )?;
    let warned = ends.plus_seconds(-WARNED_DAYS * DAY).max(by.at);
    tell_before_end(tx, person.id, id, ends, warned)?;
    // Whoever stands at the machine itself needs no letter to know.
    if by.actor != Id::SYSTEM {
        tell_of_token(tx, person.id, id, by.at)?;
    }
    let created = TokenCreated {
        token: id,
        scope: new.scope.clone(),
    };
    tx.record(
        Draft::with(
            person.id,
            &created,
            &TokenName {
                name: name.to_owned(),
            },
        ),
        by,
    )?;
    Ok(token)
}

/// False when there is no such token.
pub fn revoke_token(tx: &mut Tx, token: Id, by: &By) -> Result<bool, Error> {
    let Some(person) = records::forget(tx, token)? else {
        return Ok(false);
    };
    tx.record(Draft::of(person, &TokenRevoked { token }), by)?;
    Ok(true)
}

/// Who is behind this token, with the rights that are left of the person's.
pub fn by_token(reader: &mut Reader, token: &str, now: Instant) -> Result<Option<Actor>, Error> {
    let Some((person, scope)) = records::holder(reader, &secret::kept(token), now)? else {
        return Ok(None);
    };
    let member = roster::member(reader, person)?.filter(|member| member.active);
    Ok(member.map(|member| Actor {
        scope,
        ..member.actor()
    }))
}

/// Programs of whoever left stop working.
fn listen(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    if entry.kind == PersonDeactivated::KIND {
        records::forget_of(tx, entry.about)?;
    }
    Ok(())
}

fn routes(routes: Routes) -> Routes {
    let manage = Permit::Fresh(Action::ManagePeople);
    routes
        .get(
            "/admin/tokens",
            Permit::May(Action::ManagePeople),
            pages::list,
        )
        .post("/admin/tokens", manage, pages::create)
        .post("/admin/tokens/{token}/revocation", manage, pages::revoke)
}
