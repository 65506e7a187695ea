//! How mail comes into this house: each mailbox that is switched on is watched by a
//! thread of its own, or has a port open on which servers bring it mail, anew whenever
//! its settings change; and how it went is noted for its page. Only here do fetching and
//! sorting meet.

mod lasting;
mod line;
mod listening;
mod places;
mod proving;
mod talking;

use lasting::{Found, Lasting};
use listening::{Door, Means, Open, doors, open};

use proving::prove;
use redress_channels::{
    mail::Seat,
    mailboxes::{
        Event, Intake, Pace, Prove, Sort, Stop,
        settings::{Credential, Kept, Look, all, at_last, credential, desk, look, looked},
        watch,
    },
    sorting,
};
use redress_complaint::House;
use redress_kernel::{Id, Lang};
use redress_mail::authentication::Checker;
use redress_store::{Db, Error, Tx};
use std::{
    collections::BTreeMap,
    sync::Arc,
    thread::{JoinHandle, spawn},
    time::Duration,
};
use tokio_rustls::rustls::ServerConfig;

/// How soon a change of the settings counts.
const LOOKED_AFTER: Duration = Duration::from_secs(2);

/// What a message becomes.
pub fn sort() -> Sort {
    sorting::sort(seat)
}

/// What deciding has to know of this mailbox. What was fetched from one just before it was
/// closed is still for its unit.
pub fn seat(tx: &mut Tx, mailbox: Id) -> Result<Seat, Error> {
    let keys = tx.keys().clone();
    let desk = desk(tx, &keys)?;
    let Some(kept) = at_last(tx, mailbox)? else {
        return Ok(Seat {
            desk,
            ..Seat::default()
        });
    };
    Ok(Seat {
        desk,
        unit: kept.terms.unit,
        language: kept.terms.language.as_deref().and_then(Lang::from_tag),
    })
}

/// Runs until it is dropped.
pub struct MailIn {
    stop: Arc<Stop>,
    thread: Option<JoinHandle<()>>,
}

impl MailIn {
    /// `tls`: what servers that bring mail are offered. Called where a runtime runs.
    pub fn start(house: &House, tls: Option<Arc<ServerConfig>>) -> MailIn {
        let stop = Arc::new(Stop::default());
        let its = stop.clone();
        let (checker, runtime) = (Checker::of_machine(), tokio::runtime::Handle::current());
        let means = Means {
            house: house.clone(),
            tls,
            prove: prove(house, checker.clone(), runtime.clone()),
            checker,
            runtime,
            places: Arc::default(),
        };
        let thread = spawn(move || look_after(&means, &its));
        MailIn {
            stop,
            thread: Some(thread),
        }
    }
}

impl Drop for MailIn {
    fn drop(&mut self) {
        self.stop.now();
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

/// A mailbox as it is watched now; other settings make another one of it.
struct Watched {
    kept: Kept,
    with: Credential,
    stop: Arc<Stop>,
    thread: Lasting,
}

impl Watched {
    /// Its thread ended by itself, long enough ago to begin another one.
    fn is_over(&mut self, house: &House) -> bool {
        let found = self.thread.look();
        if found == Found::Ended {
            let mailbox = self.kept.id;
            tracing::error!(%mailbox, "what watches a mailbox ended by itself");
            failed(house, mailbox, "ended");
        }
        found == Found::Again
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        self.stop.now();
    }
}

fn look_after(means: &Means, stop: &Stop) {
    let house = &means.house;
    let mut watched: BTreeMap<Id, Watched> = BTreeMap::new();
    let mut listening: Vec<Open> = Vec::new();
    loop {
        match wanted(house) {
            Ok((fetched, brought)) => {
                settle(means, &mut watched, fetched);
                listen(means, &mut listening, doors(brought));
            }
            Err(error) => tracing::error!(%error, "the mailboxes cannot be read"),
        }
        if stop.within(LOOKED_AFTER) {
            return;
        }
    }
}

type Wanted = Vec<(Kept, Option<Credential>)>;

/// Those that are fetched, and those that are brought.
fn wanted(house: &House) -> Result<(Wanted, Vec<Kept>), Error> {
    let keys = house.db.keys();
    house.db.read_now(|reader| {
        let mut all = all(reader)?;
        all.retain(|kept| kept.terms.active);
        let (fetched, brought): (Vec<Kept>, Vec<Kept>) =
            all.into_iter().partition(Kept::is_fetched);
        let mut wanted = Vec::new();
        for kept in fetched {
            let with = credential(reader, keys, kept.id)?;
            wanted.push((kept, with));
        }
        Ok((wanted, brought))
    })
}

/// Doors that nobody wants any more close before others open: a port can be moved. One
/// that could not be opened is tried again. Other mailboxes behind a door, or other terms
/// of theirs, do not close it.
fn listen(means: &Means, listening: &mut Vec<Open>, wanted: Vec<Door>) {
    listening.retain_mut(|open| wanted.iter().any(|door| open.is(door)) && open.lasts());
    for door in wanted {
        match listening.iter().find(|open| open.is(&door)) {
            Some(open) => open.furnish(&means.house, door.mailboxes),
            None => listening.extend(open(means, door)),
        }
    }
}

/// What is watched and no longer wanted like that ends; what is wanted and not watched
/// begins.
fn settle(means: &Means, watched: &mut BTreeMap<Id, Watched>, wanted: Wanted) {
    let house = &means.house;
    watched.retain(|id, now| {
        let same = |(kept, with): &(Kept, Option<Credential>)| {
            kept.id == *id && kept.terms == now.kept.terms && with.as_ref() == Some(&now.with)
        };
        wanted.iter().any(same) && !now.is_over(house)
    });
    for (kept, with) in wanted {
        match with {
            _ if watched.contains_key(&kept.id) => {}
            Some(with) => {
                let one = begin(means, kept, with);
                watched.extend(one.map(|one| (one.kept.id, one)));
            }
            None => lost(house, kept.id),
        }
    }
}

/// Said once: nothing changes until somebody enters it anew.
fn lost(house: &House, mailbox: Id) {
    let last = house.db.read_now(|reader| look(reader, mailbox));
    if last.is_ok_and(|last| last.fault != "no-credential") {
        failed(house, mailbox, "no-credential");
    }
}

/// None: this machine gives no thread now; the next look tries again.
fn begin(means: &Means, kept: Kept, with: Credential) -> Option<Watched> {
    let stop = Arc::new(Stop::default());
    let (mailbox, its, means) = (kept.mailbox(&with), stop.clone(), means.clone());
    let pace = Pace {
        poll: Duration::from_secs(u64::try_from(kept.terms.poll_seconds).unwrap_or(60)),
        ..Pace::default()
    };
    let thread = Lasting::begin(move || {
        let intake = intake(&means.house, means.prove.clone());
        let mut tell = |event: Event| note(&means.house, mailbox.id, &event);
        watch(&intake, &mailbox, &pace, &its, &mut tell);
    });
    let unbegun = |error: std::io::Error| tracing::error!(%error, "no thread for a mailbox");
    Some(Watched {
        thread: thread.map_err(unbegun).ok()?,
        kept,
        with,
        stop,
    })
}

/// The way in; `prove` looks at signatures before anything is written.
pub fn intake(house: &House, prove: Prove) -> Intake {
    Intake {
        prove,
        db: Db::clone(&house.db),
        clock: house.clock.clone(),
        random: house.random,
        sort: sort(),
    }
}

/// What the page of the mailbox says of it.
fn note(house: &House, mailbox: Id, event: &Event) {
    match event {
        Event::Opened(selected) => keep(
            house,
            mailbox,
            Look {
                looked_at: Some(house.now()),
                on_server: Some(i64::from(selected.exists)),
                ..Look::default()
            },
        ),
        Event::Looked | Event::Taken(_) | Event::Reconciled(_) => keep(
            house,
            mailbox,
            Look {
                looked_at: Some(house.now()),
                ..Look::default()
            },
        ),
        Event::Unmarked(_) => failed(house, mailbox, "unmarked"),
        Event::Failed(fault) => {
            tracing::warn!(%mailbox, %fault, "a mailbox could not be read");
            failed(house, mailbox, fault.code());
        }
        Event::NotKept(error) => {
            tracing::error!(%mailbox, %error, "what a mailbox holds could not be kept");
            failed(house, mailbox, "not-kept");
        }
        Event::Renumbered(_) => {
            tracing::info!(%mailbox, "a mailbox counts anew; each message is looked at again");
        }
    }
}

pub fn failed(house: &House, mailbox: Id, code: &str) {
    let look = Look {
        fault: code.to_owned(),
        fault_at: Some(house.now()),
        ..Look::default()
    };
    keep(house, mailbox, look);
}

fn keep(house: &House, mailbox: Id, look: Look) {
    let kept = house
        .db
        .write_now(move |tx| -> Result<_, Error> { looked(tx, mailbox, &look) });
    if let Err(error) = kept {
        tracing::error!(%error, "how a mailbox stands cannot be noted");
    }
}
