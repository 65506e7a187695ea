//! Where other servers bring us mail: an open port for each address that a mailbox
//! names, a thread for each connection, and limits for all of them.

use super::{
    failed, intake,
    lasting::{Found, Lasting},
    places::Places,
    talking::talk,
};
use redress_channels::mailboxes::{
    Prove, Stop,
    settings::{Kept, Look, looked},
};
use redress_complaint::House;
use redress_kernel::Id;
use redress_mail::{authentication::Checker, receiving::Protocol};
use redress_store::Error;
use std::{
    io::{ErrorKind, Write},
    net::{IpAddr, SocketAddr, TcpListener, TcpStream},
    sync::{Arc, PoisonError, RwLock, RwLockReadGuard},
    thread::Builder,
    time::Duration,
};
use tokio_rustls::rustls::ServerConfig;

const BREATH: Duration = Duration::from_millis(100);

/// What every connection is lent.
#[derive(Clone)]
pub struct Means {
    pub house: House,
    pub tls: Option<Arc<ServerConfig>>,
    pub checker: Option<Checker>,
    pub runtime: tokio::runtime::Handle,
    pub prove: Prove,
    pub places: Arc<Places>,
}

/// Mailboxes that share an address and a port, and how it is spoken there.
pub struct Door {
    pub at: SocketAddr,
    pub lmtp: bool,
    pub mailboxes: Vec<Kept>,
}

impl Door {
    pub fn protocol(&self) -> Protocol {
        match self.lmtp {
            true => Protocol::Lmtp,
            false => Protocol::Smtp,
        }
    }

    /// Whose address this is, with or without a token after `+`. Who writes to the
    /// postmaster reaches a mailbox of that domain, or the first one where the domain is
    /// left out (RFC 5321, 4.5.1); a person sorts it.
    pub fn mailbox_of(&self, recipient: &str) -> Option<Id> {
        let recipient = recipient.to_lowercase();
        let plain = |kept: &Kept| kept.terms.address.to_lowercase();
        let with = |kept: &Kept| {
            let own = plain(kept);
            let (Some((local, domain)), true) = (own.rsplit_once('@'), kept.terms.plus) else {
                return false;
            };
            let rest = recipient
                .strip_prefix(local)
                .and_then(|rest| rest.strip_prefix('+'));
            rest.and_then(|rest| rest.rsplit_once('@'))
                .is_some_and(|(_, its)| its == domain)
        };
        let all = &self.mailboxes;
        let found = all.iter().find(|kept| plain(kept) == recipient);
        let postmaster = |kept: &&Kept| {
            let own = plain(kept);
            let domain = own.rsplit_once('@').map_or("", |(_, domain)| domain);
            recipient == "postmaster" || recipient == format!("postmaster@{domain}")
        };
        found
            .or_else(|| all.iter().find(|kept| with(kept)))
            .or_else(|| all.iter().find(postmaster))
            .map(|kept| kept.id)
    }
}

/// The doors that these mailboxes ask for; the first of two that contradict one another.
pub fn doors(mailboxes: Vec<Kept>) -> Vec<Door> {
    let mut doors: Vec<Door> = Vec::new();
    for kept in mailboxes {
        let Ok(ip) = kept.terms.host.parse::<IpAddr>() else {
            continue;
        };
        let (at, lmtp) = (
            SocketAddr::new(ip, kept.terms.port),
            kept.terms.kind == "lmtp",
        );
        match doors.iter_mut().find(|door| door.at == at) {
            Some(door) if door.lmtp == lmtp => door.mailboxes.push(kept),
            Some(_) => {}
            None => doors.push(Door {
                at,
                lmtp,
                mailboxes: vec![kept],
            }),
        }
    }
    doors
}

/// A door while it is open: which mailboxes lie behind it may change meanwhile.
pub struct Doorway(RwLock<Door>);

impl Doorway {
    pub fn is_lmtp(&self) -> bool {
        self.door().lmtp
    }

    pub fn protocol(&self) -> Protocol {
        self.door().protocol()
    }

    pub fn mailbox_of(&self, recipient: &str) -> Option<Id> {
        self.door().mailbox_of(recipient)
    }

    fn door(&self) -> RwLockReadGuard<'_, Door> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Those that were not behind it before.
    fn furnish(&self, mailboxes: Vec<Kept>) -> Vec<Id> {
        let mut door = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let before = std::mem::replace(&mut door.mailboxes, mailboxes);
        let is_new = |kept: &&Kept| !before.iter().any(|its| its.id == kept.id);
        let new = door.mailboxes.iter().filter(is_new);
        new.map(|kept| kept.id).collect()
    }
}

/// Open until it is dropped; then the address and the port are free.
pub struct Open {
    doorway: Arc<Doorway>,
    stop: Arc<Stop>,
    thread: Option<Lasting>,
}

impl Open {
    /// It is this door, whichever mailboxes lie behind it.
    pub fn is(&self, door: &Door) -> bool {
        let mine = self.doorway.door();
        mine.at == door.at && mine.lmtp == door.lmtp
    }

    pub fn furnish(&self, house: &House, mailboxes: Vec<Kept>) {
        let new = self.doorway.furnish(mailboxes);
        new.into_iter().for_each(|mailbox| listens(house, mailbox));
    }

    /// False: nobody opens to those who knock any more.
    pub fn lasts(&mut self) -> bool {
        let thread = self.thread.as_mut();
        let lasts = thread.is_some_and(|thread| thread.look() == Found::Lasts);
        if !lasts {
            tracing::error!("what listens for mail ended by itself");
        }
        lasts
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.stop.now();
        if let Some(thread) = self.thread.take() {
            thread.wait();
        }
    }
}

/// None: it cannot be opened, which the pages of its mailboxes say.
pub fn open(means: &Means, door: Door) -> Option<Open> {
    let bound = TcpListener::bind(door.at).and_then(|listener| {
        listener.set_nonblocking(true)?;
        Ok(listener)
    });
    let house = means.house.clone();
    let stop = Arc::new(Stop::default());
    let ids: Vec<Id> = door.mailboxes.iter().map(|kept| kept.id).collect();
    let doorway = Arc::new(Doorway(RwLock::new(door)));
    let (means, its, inside) = (means.clone(), stop.clone(), doorway.clone());
    let begun =
        bound.and_then(|listener| Lasting::begin(move || accept(&means, &listener, &inside, &its)));
    let Ok(thread) = begun else {
        ids.into_iter()
            .for_each(|id| failed(&house, id, "not-listening"));
        return None;
    };
    ids.into_iter().for_each(|id| listens(&house, id));
    Some(Open {
        doorway,
        stop,
        thread: Some(thread),
    })
}

fn listens(house: &House, mailbox: Id) {
    let look = Look {
        looked_at: Some(house.now()),
        ..Look::default()
    };
    let noted = house
        .db
        .write_now(move |tx| -> Result<_, Error> { looked(tx, mailbox, &look) });
    if let Err(error) = noted {
        tracing::error!(%error, "how a mailbox stands cannot be noted");
    }
}

fn accept(means: &Means, listener: &TcpListener, door: &Arc<Doorway>, stop: &Arc<Stop>) {
    loop {
        match listener.accept() {
            Ok((stream, from)) => begin(means, stream, from.ip().to_canonical(), door, stop),
            Err(error) if error.kind() == ErrorKind::WouldBlock => {
                if stop.within(BREATH) {
                    return;
                }
            }
            Err(error) => {
                tracing::warn!(%error, "a connection could not be accepted");
                if stop.within(BREATH) {
                    return;
                }
            }
        }
    }
}

fn begin(means: &Means, stream: TcpStream, from: IpAddr, door: &Arc<Doorway>, stop: &Arc<Stop>) {
    let Some(seat) = means.places.seat(from) else {
        return turned_away(&stream);
    };
    let (means, door, stop) = (means.clone(), door.clone(), stop.clone());
    let begun = Builder::new().spawn(move || {
        let _seat = seat;
        let intake = intake(&means.house, means.prove.clone());
        if let Err(error) = talk(&means, &intake, &door, stream, from, &stop) {
            tracing::debug!(kind = %error.kind(), "a connection that brought mail ended early");
        }
    });
    if let Err(error) = begun {
        // With the thread that did not begin its connection is closed.
        tracing::warn!(%error, "no thread for a connection that brings mail");
    }
}

/// Whoever finds no place is told to come again, and not waited for.
fn turned_away(mut stream: &TcpStream) {
    const FULL: &[u8] = b"421 4.3.2 Too many connections, please try again\r\n";
    drop(stream.set_nonblocking(true));
    drop(stream.write_all(FULL));
}
