//! How mail leaves this house: the office keeps the relay, the outbox writes the
//! letters, and only here do they meet.

use redress_channels::outbox::{self, MAIL, PAGE, send_mail, show_on_page};
use redress_complaint::{
    House, Slice,
    slice::{Outcome, Work},
};
use redress_mail::{Outgoing, Post, Relay, Tls};
use redress_office::relay::{Settings, relay};
use redress_store::{Error, Job};
use std::sync::Arc;

/// The outbox with its jobs.
pub const OUTBOX: Slice = Slice {
    jobs: &[
        Work {
            kind: MAIL,
            ready: |house| matches!(post(house), Ok(Some(_))),
            run: send,
        },
        Work {
            kind: PAGE,
            ready: |_| true,
            run: show_on_page,
        },
    ],
    ..outbox::SLICE
};

fn send(house: &House, job: &Job) -> Outcome {
    match post(house) {
        Ok(Some(post)) => send_mail(house, job, &post),
        Ok(None) => Outcome::Again("no relay is set up".to_owned()),
        Err(error) => Outcome::Again(error.to_string()),
    }
}

/// Read anew each time: a relay that was set or removed counts at once.
pub fn post(house: &House) -> Result<Option<Post>, Error> {
    let settings = house.db.read_now(relay)?;
    Ok(settings.map(|settings| Post::Relay(spoken(settings))))
}

/// The same way, lent to pages that write at once.
pub fn outgoing(house: &House) -> Outgoing {
    let house = house.clone();
    Outgoing(Arc::new(move || post(&house).ok().flatten()))
}

fn spoken(settings: Settings) -> Relay {
    Relay {
        tls: match settings.encryption.as_str() {
            "none" => Tls::None,
            "implicit" => Tls::Implicit,
            _ => Tls::Starttls,
        },
        host: settings.host,
        port: settings.port,
        user: settings.user,
        password: settings.password,
        from: settings.from,
    }
}
