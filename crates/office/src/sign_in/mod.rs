//! Signing in with a password, staying signed in, signing out; setting the first
//! password through an invitation; one's own page with language and sessions.
//! No evidence of each sign-in is kept: watching staff is not what the journal is
//! for. Evidence: that a password was set, and which language somebody chose.

mod keep;
mod pages;
mod profile;
mod taste;
mod throttle;
mod watch;
mod welcome;

pub use keep::{Kept, keep_session};
pub use throttle::{Judgement, Throttle};

use crate::facts::{LanguagePreferred, PasswordSet};
use crate::{records, roster};
use redress_complaint::{
    Slice,
    routes::{Permit, Routes},
};
use redress_kernel::{Actor, Entry, Fact, Instant};
use redress_store::{Error, Reader, Tx};

pub const SLICE: Slice = Slice {
    listen: Some(listen),
    pages: Some(routes),
    facts: &[LanguagePreferred::KIND, PasswordSet::KIND],
    ..Slice::new("office.sign-in", "")
};

/// Who is behind this session token now: role, unit and being active are read anew
/// each time, so a change counts from the next request.
pub fn by_session(reader: &mut Reader, token: &str, now: Instant) -> Result<Option<Actor>, Error> {
    let Some(session) = records::session(reader, &crate::secret::kept(token), now)? else {
        return Ok(None);
    };
    let member = roster::member(reader, session.person)?;
    Ok(member
        .filter(|member| member.active)
        .map(|member| member.actor()))
}

/// Whoever left is signed out everywhere.
fn listen(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    if entry.kind == crate::facts::PersonDeactivated::KIND {
        records::end_sessions(tx, entry.about)?;
    }
    Ok(())
}

fn routes(routes: Routes) -> Routes {
    routes
        .get("/sign-in", Permit::Public, pages::form)
        .post("/sign-in", Permit::Public, pages::sign_in)
        .post("/sign-out", Permit::Public, pages::sign_out)
        .get("/welcome/{token}", Permit::Public, welcome::form)
        .post("/welcome/{token}", Permit::Public, welcome::set)
        .get("/desk/profile", Permit::SignedIn, profile::show)
        .post("/desk/profile", Permit::SignedIn, profile::change)
        .post("/desk/profile/desk", Permit::SignedIn, profile::desk)
        .post(
            "/desk/profile/password",
            Permit::SignedIn,
            profile::password,
        )
        .post(
            "/desk/profile/sessions",
            Permit::SignedIn,
            profile::end_session,
        )
}
