//! Signing in with a password and a second factor or with a passkey, proving anew who
//! one is before something sensitive, staying signed in, signing out; setting the first
//! password through an invitation; one's own page with language and sessions.
//! No evidence of each sign-in is kept: watching staff is not what the journal is
//! for. Evidence: that a password was set, and which language somebody chose.

mod asking;
mod by_passkey;
mod fresh;
mod keep;
mod pages;
mod profile;
mod proving;
mod second;
mod sessions;
mod taste;
mod throttle;
mod watch;
mod welcome;

pub use crate::lately::Kept;
pub use fresh::prove_anew;
pub use keep::keep_session;
pub use throttle::{Judgement, Throttle};

use crate::facts::{LanguagePreferred, PasswordSet, PersonDeactivated, RoleGranted, SessionsEnded};
use crate::{factor_records, records, roster};
use redress_complaint::{
    Slice,
    facts::Erased,
    routes::{Permit, Routes},
};
use redress_kernel::{Action, Actor, Entry, Fact, Instant};
use redress_store::{Error, Reader, Tx};

pub const SLICE: Slice = Slice {
    listen: Some(listen),
    pages: Some(routes),
    facts: &[
        LanguagePreferred::KIND,
        PasswordSet::KIND,
        SessionsEnded::KIND,
    ],
    ..Slice::new("office.sign-in", "")
};

/// Who is behind this session token now: role, unit and being active are read anew
/// each time, so a change counts from the next request.
pub fn by_session(reader: &mut Reader, token: &str, now: Instant) -> Result<Option<Actor>, Error> {
    let Some(session) = records::session(reader, &crate::secret::kept(token), now)? else {
        return Ok(None);
    };
    let member = roster::member(reader, session.person)?;
    let member = member.filter(|member| member.active);
    Ok(member.map(|member| Actor {
        // Without the second factor that their role asks for they may do nothing yet.
        scope: session.limited.then(Vec::new),
        ..member.actor()
    }))
}

/// Whoever left is signed out everywhere; whoever has another role signs in anew, and is
/// then asked for what it asks for.
fn listen(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    if entry.kind == RoleGranted::KIND {
        records::end_sessions(tx, entry.about)?;
    }
    if entry.kind == PersonDeactivated::KIND {
        records::end_sessions(tx, entry.about)?;
        records::withdraw_links(tx, entry.about)?;
        records::withdraw_recovery(tx, entry.about)?;
    }
    if entry.kind == Erased::KIND {
        // Names of keys and browsers are theirs too.
        factor_records::forget_all(tx, entry.about)?;
    }
    Ok(())
}

fn routes(routes: Routes) -> Routes {
    routes
        .get("/sign-in", Permit::Public, pages::form)
        .post("/sign-in", Permit::Public, pages::sign_in)
        .get("/sign-in/second", Permit::Public, second::form)
        .post("/sign-in/second", Permit::Public, second::check)
        .post("/sign-in/second/lost", Permit::Public, second::lost)
        .post("/sign-in/passkey", Permit::Public, by_passkey::sign_in)
        .post("/sign-out", Permit::Public, pages::sign_out)
        .get("/desk/prove", Permit::SignedIn, fresh::form)
        .post("/desk/prove", Permit::FreshlySignedIn, fresh::proved)
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
            Permit::FreshlySignedIn,
            sessions::end_one,
        )
        .post(
            "/desk/profile/sessions/others",
            Permit::FreshlySignedIn,
            sessions::end_others,
        )
        .post(
            "/admin/people/{person}/sessions",
            Permit::Fresh(Action::ManagePeople),
            sessions::end_all_of,
        )
}
