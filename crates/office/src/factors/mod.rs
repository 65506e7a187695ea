//! Second factors: an authenticator app, passkeys with names, recovery codes on paper; and
//! the setting that says for which roles one is required (decisions 116 to 118). Evidence:
//! that a factor was added or removed, and each version of the setting; never a secret.

mod authenticator;
mod calls;
mod codes;
mod decide;
mod page;
mod passkeys;
mod setting;

use crate::facts::{FactorAdded, FactorRemoved, RecoveryCodesMade};
use redress_complaint::{
    Slice,
    menu::{Area, Place, Section},
    routes::{Permit, Routes},
};
use redress_kernel::{Action, Fact};

pub const SLICE: Slice = Slice {
    pages: Some(routes),
    calls: calls::CALLS,
    places: &[Place::new(
        Area::Admin(Section::People),
        setting::PATH,
        "office-second-factor",
        Action::SeeSettings,
    )],
    facts: &[
        FactorAdded::KIND,
        FactorRemoved::KIND,
        RecoveryCodesMade::KIND,
    ],
    ..Slice::new("office.factors", "")
};

fn routes(routes: Routes) -> Routes {
    let own = Permit::FreshlySignedIn;
    routes
        .get(page::PATH, Permit::SignedIn, page::show)
        .get("/desk/profile/authenticator", own, authenticator::show)
        .post("/desk/profile/authenticator", own, authenticator::begin)
        .post(
            "/desk/profile/authenticator/confirmation",
            own,
            authenticator::confirm,
        )
        .post(
            "/desk/profile/authenticator/removal",
            own,
            authenticator::remove,
        )
        .post("/desk/profile/recovery-codes", own, codes::renew)
        .post("/desk/profile/passkeys", own, passkeys::add)
        .post(
            "/desk/profile/passkeys/{passkey}/removal",
            own,
            passkeys::remove,
        )
        .get(
            setting::PATH,
            Permit::May(Action::SeeSettings),
            setting::show,
        )
        .post(
            setting::PATH,
            Permit::Fresh(Action::ChangeSettings),
            setting::change,
        )
}
