//! Who listens. A listener is a small queue of ready-made lines; one pulse for the
//! whole house fills all queues, so that an idle stream costs no task of its own.

use crate::house::Credential;
use axum::body::Bytes;
use redress_kernel::{Actor, Id};
use std::sync::{
    Mutex,
    atomic::{AtomicU64, Ordering},
};
use tokio::sync::mpsc;

/// Lines that wait for a slow reader; whoever falls further behind is cut off,
/// comes back by itself and fetches everything anew.
const WAITING_MAX: usize = 16;

#[derive(Default)]
pub struct Hub {
    inside: Mutex<Inside>,
    last: AtomicU64,
}

#[derive(Default)]
struct Inside {
    listeners: Vec<Listener>,
    /// Cases that somebody has closed since it was last asked.
    left: Vec<Id>,
    /// A pulse is beating.
    beating: bool,
    /// The server is about to stop: nobody comes in any more.
    closed: bool,
}

struct Listener {
    number: u64,
    actor: Actor,
    credential: Credential,
    case: Option<Id>,
    lines: mpsc::Sender<Bytes>,
}

/// Who holds a stream, for the check that they still may.
pub(super) struct Held {
    pub number: u64,
    pub actor: Actor,
    pub credential: Credential,
}

pub(super) enum Came {
    /// The first one: somebody has to start the pulse.
    First(mpsc::Receiver<Bytes>),
    Further(mpsc::Receiver<Bytes>),
    Closed,
}

impl Hub {
    /// The server stops: every stream ends, so that nothing keeps it waiting.
    pub fn close(&self) {
        self.with(|inside| {
            inside.closed = true;
            inside.listeners.clear();
        });
    }

    /// How many streams are open.
    pub fn listening(&self) -> usize {
        self.with(|inside| {
            inside.leave_out_the_gone();
            inside.listeners.len()
        })
        .unwrap_or_default()
    }

    pub(super) fn come(&self, actor: Actor, credential: Credential, case: Option<Id>) -> Came {
        let (lines, queue) = mpsc::channel(WAITING_MAX);
        let number = self.last.fetch_add(1, Ordering::Relaxed);
        let listener = Listener {
            number,
            actor,
            credential,
            case,
            lines,
        };
        let came = self.with(|inside| {
            if inside.closed {
                return Came::Closed;
            }
            inside.listeners.push(listener);
            match std::mem::replace(&mut inside.beating, true) {
                true => Came::Further(queue),
                false => Came::First(queue),
            }
        });
        came.unwrap_or(Came::Closed)
    }

    /// True when nobody listens any more: the pulse may end. Asked and answered in
    /// one step, so that nobody comes in between and waits for a pulse that has gone.
    pub(super) fn deserted(&self) -> bool {
        self.with(|inside| {
            inside.leave_out_the_gone();
            let deserted = inside.listeners.is_empty();
            inside.beating = !deserted;
            deserted
        })
        .unwrap_or(true)
    }

    /// Cases whose circle of readers became smaller, because pages were closed.
    pub(super) fn left(&self) -> Vec<Id> {
        self.with(|inside| {
            inside.leave_out_the_gone();
            std::mem::take(&mut inside.left)
        })
        .unwrap_or_default()
    }

    pub(super) fn everybody(&self, line: &Bytes) {
        self.tell(line, |_| true);
    }

    pub(super) fn readers_of(&self, case: Id, line: &Bytes) {
        self.tell(line, |listener| listener.case == Some(case));
    }

    fn tell(&self, line: &Bytes, who: impl Fn(&Listener) -> bool) {
        self.with(|inside| {
            inside.keep(|listener| !who(listener) || listener.lines.try_send(line.clone()).is_ok());
        });
    }

    pub(super) fn dismiss(&self, numbers: &[u64]) {
        self.with(|inside| inside.keep(|listener| !numbers.contains(&listener.number)));
    }

    pub(super) fn held(&self, only: impl Fn(Option<Id>) -> bool) -> Vec<Held> {
        self.with(|inside| {
            let wanted = inside.listeners.iter().filter(|l| only(l.case));
            wanted
                .map(|listener| Held {
                    number: listener.number,
                    actor: listener.actor.clone(),
                    credential: listener.credential.clone(),
                })
                .collect()
        })
        .unwrap_or_default()
    }

    /// The cases that somebody has open.
    pub(super) fn cases(&self) -> Vec<Id> {
        self.with(|inside| {
            let mut cases: Vec<Id> = inside.listeners.iter().filter_map(|l| l.case).collect();
            cases.sort_unstable();
            cases.dedup();
            cases
        })
        .unwrap_or_default()
    }

    /// Do several people have this case open?
    pub(super) fn shared(&self, case: Id) -> bool {
        let held = self.held(|its| its == Some(case));
        let mut people = held.iter().map(|held| held.actor.id);
        let first = people.next();
        people.any(|id| Some(id) != first)
    }

    /// Names of the others who have this case open, each once.
    pub(super) fn others(&self, case: Id, person: Id) -> Vec<String> {
        let mut names: Vec<String> = self
            .held(|its| its == Some(case))
            .into_iter()
            .filter(|held| held.actor.id != person)
            .map(|held| held.actor.name)
            .collect();
        names.sort();
        names.dedup();
        names
    }

    fn with<T>(&self, f: impl FnOnce(&mut Inside) -> T) -> Option<T> {
        self.inside.lock().ok().map(|mut inside| f(&mut inside))
    }
}

impl Inside {
    fn leave_out_the_gone(&mut self) {
        self.keep(|listener| !listener.lines.is_closed());
    }

    /// Whoever goes is noted with their case: the other readers want to know.
    fn keep(&mut self, stays: impl Fn(&Listener) -> bool) {
        let left = &mut self.left;
        self.listeners.retain(|listener| {
            let stays = stays(listener);
            if !stays {
                left.extend(listener.case);
            }
            stays
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use redress_kernel::Role;

    fn reader(hub: &Hub, name: &str, case: Option<Id>) -> mpsc::Receiver<Bytes> {
        let mut id = [0; 16];
        id.iter_mut()
            .zip(name.bytes())
            .for_each(|(to, from)| *to = from);
        let actor = Actor {
            id: Id::from_bytes(id),
            name: name.to_owned(),
            email: String::new(),
            role: Role::Handler,
            unit: None,
            scope: None,
        };
        match hub.come(actor, Credential::Session(String::new()), case) {
            Came::First(queue) | Came::Further(queue) => queue,
            Came::Closed => panic!("the door is closed"),
        }
    }

    fn line() -> Bytes {
        Bytes::from_static(b"event: list\ndata: 1\n\n")
    }

    #[test]
    fn a_case_is_told_to_those_who_read_it_and_to_nobody_else() {
        let (hub, ferry, meter) = (
            Hub::default(),
            Id::from_bytes([1; 16]),
            Id::from_bytes([2; 16]),
        );
        let mut aiste = reader(&hub, "Aiste", Some(ferry));
        let mut boris = reader(&hub, "Boris", Some(meter));
        hub.readers_of(ferry, &line());
        assert!(aiste.try_recv().is_ok() && boris.try_recv().is_err());
        hub.everybody(&line());
        assert!(aiste.try_recv().is_ok() && boris.try_recv().is_ok());
    }

    #[test]
    fn the_others_are_named_once_and_not_oneself() {
        let (hub, ferry) = (Hub::default(), Id::from_bytes([1; 16]));
        let aiste = reader(&hub, "Aiste", Some(ferry));
        let _twice = [
            reader(&hub, "Boris", Some(ferry)),
            reader(&hub, "Boris", Some(ferry)),
        ];
        let me = hub.held(|_| true)[0].actor.id;
        assert_eq!(hub.others(ferry, me), ["Boris"]);
        drop(aiste);
        assert_eq!(hub.left(), [ferry], "her page was closed");
        assert_eq!(hub.listening(), 2);
    }

    #[test]
    fn whoever_reads_too_slowly_is_cut_off_and_the_others_are_not() {
        let hub = Hub::default();
        let _slow = reader(&hub, "Slow", None);
        let mut quick = reader(&hub, "Quick", None);
        for _ in 0..=WAITING_MAX {
            hub.everybody(&line());
            assert!(quick.try_recv().is_ok());
        }
        assert_eq!(hub.listening(), 1);
    }

    #[test]
    fn a_server_that_stops_lets_nobody_in_and_everybody_go() {
        let hub = Hub::default();
        let mut open = reader(&hub, "Aiste", None);
        hub.close();
        assert!(matches!(
            open.try_recv(),
            Err(mpsc::error::TryRecvError::Disconnected)
        ));
        assert_eq!(hub.listening(), 0);
        assert!(hub.deserted());
    }
}
