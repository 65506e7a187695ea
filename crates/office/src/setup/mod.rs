//! The first start: a link that works once, the owner, and where to go next. The
//! organisation, the relay and sample data are chosen on pages of their own rooms, in
//! the same row of steps. Evidence: who set what up, when.

mod pages;

use crate::{
    facts::OrganisationSet,
    fault::Fault,
    joining::{NewPerson, add_person, set_password},
    records::{Purpose, keep_link},
    secret,
};
use redress_complaint::{
    Slice,
    house::is_set_up,
    routes::{Permit, Routes},
};
use redress_kernel::{Action, By, Draft, Id, Instant, Lang, Organisation, Role};
use redress_store::{Error, Tx};

pub const SLICE: Slice = Slice {
    pages: Some(routes),
    ..Slice::new("office.setup", "")
};

/// How long the printed link can be used; a new start prints a new one.
pub const LINK_SECONDS: i64 = 24 * 3600;

/// The whole set-up at once, for the command line, the demo and tests.
#[derive(Debug, Clone)]
pub struct SetUp {
    pub organisation: Organisation,
    pub admin_name: String,
    pub admin_email: String,
    /// Of `password::hash`; None: the owner sets one through an invitation.
    pub password_hash: Option<String>,
    pub language: Option<Lang>,
}

/// Makes the owner and the organisation; refused when somebody did so before.
pub fn setup(tx: &mut Tx, new: SetUp, at: Instant) -> Result<Id, Fault> {
    if is_set_up(tx)? {
        return Err(redress_kernel::Refusal::new("set-up-already").into());
    }
    let owner = owner(tx, &new.admin_name, &new.admin_email, new.language, at)?;
    let by = By {
        actor: owner,
        unit: None,
        at,
    };
    if let Some(hash) = &new.password_hash {
        set_password(tx, owner, hash, &by)?;
    }
    tx.record(
        Draft::of(
            Id::ORGANISATION,
            &OrganisationSet {
                organisation: new.organisation,
            },
        ),
        &by,
    )?;
    Ok(owner)
}

fn owner(
    tx: &mut Tx,
    name: &str,
    email: &str,
    language: Option<Lang>,
    at: Instant,
) -> Result<Id, Fault> {
    let owner = NewPerson {
        name: name.to_owned(),
        email: email.to_owned(),
        role: Role::Admin,
        unit: None,
        language,
    };
    add_person(tx, &owner, &By::system(at))
}

/// The path to print at a start; None when the set-up is done. Earlier links end.
pub fn setup_link(tx: &mut Tx, random: [u8; 32], now: Instant) -> Result<Option<String>, Error> {
    if is_set_up(tx)? {
        return Ok(None);
    }
    let token = secret::token(random);
    keep_link(
        tx,
        &secret::kept(&token),
        Purpose::SetUp,
        None,
        now.plus_seconds(LINK_SECONDS),
    )?;
    Ok(Some(format!("/setup/{token}")))
}

fn routes(routes: Routes) -> Routes {
    let change = Permit::May(Action::ChangeSettings);
    routes
        .get("/setup/{token}", Permit::Public, pages::owner)
        .post("/setup/{token}", Permit::Public, pages::make_owner)
        .get("/setup/done", change, pages::done)
}
