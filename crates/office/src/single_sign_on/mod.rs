//! Signing in at somebody else (OpenID Connect: code flow, PKCE, state and nonce). The
//! organisation names its providers; who comes in is decided here: people who were
//! invited and, where it says so, members of groups that it named. No session of the
//! provider is kept, and no token of theirs. Evidence: the providers in the
//! organisation's facts, and who joined with their first sign-in.

mod back;
mod begin;
mod claims;
mod decide;
mod found;
mod keys;
mod pages;
mod person;
mod records;
mod second;
mod shown;
mod token;
mod travel;

use redress_complaint::{
    Slice,
    menu::{Area, Place, Section},
    routes::{Permit, Routes},
};
use redress_kernel::{Action, words::Message};

pub use claims::{Claims, Expected, Unbelieved};
pub use keys::Keys;
pub use token::believed;

pub const SLICE: Slice = Slice {
    pages: Some(routes),
    second: &[second::PROVIDER],
    places: &[Place::new(
        Area::Admin(Section::People),
        pages::PATH,
        "office-providers",
        Action::SeeSettings,
    )],
    ..Slice::new("office.single-sign-on", "")
};

fn routes(routes: Routes) -> Routes {
    let see = Permit::May(Action::SeeSettings);
    // Whoever names a provider decides who comes in.
    let change = Permit::Fresh(Action::ChangeSettings);
    routes
        .get("/sign-in/with/{provider}", Permit::Public, begin::begin)
        .get("/sign-in/back", Permit::Public, back::back)
        .get("/admin/providers", see, pages::all)
        .post("/admin/providers", change, pages::add)
        .get("/admin/providers/{provider}", see, pages::one)
        .post("/admin/providers/{provider}", change, pages::change)
        .post("/admin/providers/{provider}/removal", change, pages::remove)
}

/// Why somebody did not come in; `sso-{code}` says it and what to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// Begun in another browser, too long ago, or never.
    Travel,
    /// The provider said no, or the person turned back.
    Declined,
    Unreachable,
    /// The provider says of itself what does not fit the settings.
    SetUp,
    /// The provider does not take the code: used already, or too old.
    Code,
    Token(Unbelieved),
    Unverified,
    /// Nobody invited this person.
    Unknown,
    /// They have a password here: they show it once before the provider is enough.
    Password,
    /// Asked to ask them anew, the provider does not say that it did.
    Stale,
    /// They did not show it there in a way that the organisation asks for.
    Weak,
    /// They showed it there longer ago than the organisation takes.
    Old,
}

impl Refused {
    pub const fn code(self) -> &'static str {
        match self {
            Refused::Travel => "travel",
            Refused::Declined => "declined",
            Refused::Unreachable => "unreachable",
            Refused::SetUp => "set-up",
            Refused::Code => "code",
            Refused::Token(why) => why.code(),
            Refused::Unverified => "unverified",
            Refused::Unknown => "unknown",
            Refused::Password => "password",
            Refused::Stale => "stale",
            Refused::Weak => "weak",
            Refused::Old => "old",
        }
    }

    fn message(self) -> Message {
        let code = self.code();
        Message::new(format!("sso-{code}"))
    }
}

#[cfg(test)]
mod tests;
