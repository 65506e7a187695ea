//! Where other servers bring us mail: an open port for each address that a mailbox
//! names, a thread for each connection, and limits for all of them.

use super::{
    failed, intake,
    lasting::{Found, Lasting},
    places::Places,
    talking::talk,
};
use redress_channels::mailboxes::{
    Stop,
    settings::{Kept, Look, looked},
};
use redress_complaint::House;
use redress_kernel::Id;
use redress_mail::{authentication::Checker, receiving::Protocol};
use redress_store::Error;
use std::{
    io::{ErrorKind, Write},
    net::{IpAddr, SocketAddr, TcpListener, TcpStream},
    sync::Arc,
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
    pub places: Arc<Places>,
}

/// Mailboxes that share an address and a port, and how it is spoken there.
#[derive(Clone, PartialEq)]
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

    /// Whose address this is, with or without a token after `+`.
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
        found
            .or_else(|| all.iter().find(|kept| with(kept)))
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

/// Open until it is dropped.
pub struct Open {
    pub door: Door,
    stop: Arc<Stop>,
    thread: Lasting,
}

impl Open {
    /// False: nobody opens to those who knock any more.
    pub fn lasts(&mut self) -> bool {
        let lasts = self.thread.look() == Found::Lasts;
        if !lasts {
            tracing::error!("what listens for mail ended by itself");
        }
        lasts
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.stop.now();
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
    let (means, its, inside) = (means.clone(), stop.clone(), Arc::new(door.clone()));
    let begun = bound.and_then(|listener| {
        Lasting::begin(move || accept(&means, &listener, &inside, &its))
    });
    let Ok(thread) = begun else {
        let each = door.mailboxes.iter();
        each.for_each(|kept| failed(&house, kept.id, "not-listening"));
        return None;
    };
    let each = door.mailboxes.iter();
    each.for_each(|kept| listens(&house, kept.id));
    Some(Open { door, stop, thread })
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

fn accept(means: &Means, listener: &TcpListener, door: &Arc<Door>, stop: &Arc<Stop>) {
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

fn begin(means: &Means, stream: TcpStream, from: IpAddr, door: &Arc<Door>, stop: &Arc<Stop>) {
    let Some(seat) = means.places.seat(from) else {
        return turned_away(&stream);
    };
    let (means, door, stop) = (means.clone(), door.clone(), stop.clone());
    let begun = Builder::new().spawn(move || {
        let _seat = seat;
        let intake = intake(&means.house);
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
