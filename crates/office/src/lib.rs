//! The office behind the complaints: who works here (5.4), what the organisation
//! decided about itself, signing in, the mail relay, tokens for programs, the first
//! set-up, and whether everything is well. It alone writes people, units and the
//! organisation; every other room reads them through `complaint::house`.

pub mod account_mail;
mod amend;
mod cbor;
mod challenge;
mod device;
mod effect;
pub mod egress;
mod entering;
mod factor_records;
pub mod facts;
pub mod fault;
pub mod frame;
pub mod joining;
mod lately;
mod leaked;
mod national;
mod new_password;
mod passkey;
mod passkey_button;
pub mod password;
mod past_period;
mod records;
mod recovery_codes;
pub mod roster;
pub mod samples;
mod sealed;
mod secret;
mod sender;
pub mod session;
mod setting;
mod steps;
mod target;
mod totp;
mod weighed;

pub mod bulk_export;
pub mod calendar;
pub mod checkpoints;
pub mod clocks;
pub mod data_protection;
pub mod factors;
pub mod health;
pub mod holidays;
pub mod intake_limits;
pub mod journal;
pub mod lists;
pub mod mail_limits;
pub mod notices;
pub mod objectivity;
pub mod organisation;
pub mod people;
pub mod portal;
pub mod recovery;
pub mod relay;
pub mod reminders;
pub mod retention;
pub mod sample;
pub mod see_as;
pub mod setup;
pub mod sign_in;
pub mod significant;
pub mod single_sign_on;
pub mod standing_in;
pub mod start;
pub mod tokens;
pub mod units;
pub mod visits;

pub use fault::Fault;
pub use health::{Machine, doctor};
pub use joining::{NewPerson, add_person, invite, set_password};
pub use records::mark_backup;
pub use records::{forget_secret, keep_secret, secret};
pub use recovery::recover;
pub use sealed::{Held, held, keep_sealed, seal_open_ones};
pub use setup::{SetUp, setup, setup_link};
pub use sign_in::{Kept, keep_session, prove_anew};
pub use tokens::{NewToken, create_token, create_token_until, scope_named};
pub use units::unit_named;

use redress_complaint::house::Credential;
use redress_kernel::{Actor, Instant};
use redress_store::{Error, Reader};

/// `complaint::house::WhoIs`: whoever holds this credential at this moment.
pub fn who_is(
    reader: &mut Reader,
    credential: &Credential,
    now: Instant,
) -> Result<Option<Actor>, Error> {
    let actor = match credential {
        Credential::Session(token) => sign_in::by_session(reader, token, now),
        Credential::Bearer(token) => tokens::by_token(reader, token, now),
    }?;
    // A certifier is there from the first day of their visit to the last.
    match actor {
        Some(actor) if actor.role.is_visitor() && !visits::is_open(reader, actor.id, now)? => {
            Ok(None)
        }
        actor => Ok(actor),
    }
}
