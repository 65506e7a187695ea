//! How messages travel: small ones together, a large one alone and in pieces.

use super::mail::Place;
use redress_mail::imap::{Fault, Listed, PIECE};

const BATCH_MAX: usize = 50;
const BATCH_BYTES: u64 = 2 << 20;
const PIECE_MIN: usize = 16 << 10;

/// How often a message may be refused that is asked for alone, before we go on without it:
/// some minutes, at the pace at which we come back.
pub const REFUSED_MAX: u32 = 10;
/// And how often the line may end at it, or the server say "later": most of a working day.
pub const CUT_MAX: u32 = 100;

/// The message at which we are, kept over a cut: the bytes of a number never change.
#[derive(Default)]
pub struct Begun {
    at: Option<Place>,
    bytes: Vec<u8>,
    pub piece: usize,
    /// How often it did not come since the last byte of it did.
    refused: u32,
    cut: u32,
    had: usize,
}

impl Begun {
    pub fn is_at(&self, place: Place) -> bool {
        self.at == Some(place)
    }

    /// What came of this message with others.
    pub fn start(&mut self, place: Place, bytes: Vec<u8>) {
        if !self.is_at(place) {
            *self = Begun {
                at: Some(place),
                bytes,
                piece: PIECE,
                ..Begun::default()
            };
        }
    }

    pub fn take(&mut self, place: Place) -> Vec<u8> {
        self.start(place, Vec::new());
        std::mem::take(&mut self.bytes)
    }

    pub fn done(&mut self) {
        *self = Begun::default();
    }

    /// It did not come to its end; true when it was asked for often enough. A line that
    /// breaks with large pieces may last for smaller ones.
    pub fn failed(&mut self, bytes: Vec<u8>, fault: &Fault) -> bool {
        if bytes.len() > self.had {
            (self.refused, self.cut) = (0, 0);
        }
        (self.had, self.bytes) = (bytes.len(), bytes);
        self.piece = (self.piece / 2).max(PIECE_MIN);
        match fault {
            Fault::Refused(_) | Fault::Senseless => self.refused += 1,
            _ => self.cut += 1,
        }
        self.refused >= REFUSED_MAX || self.cut >= CUT_MAX
    }
}

/// What is brought over with one command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Batch {
    Small(Vec<Listed>),
    Large(Listed),
}

/// In their order, by what they claim to measure.
pub fn batches(listed: &[Listed]) -> Vec<Batch> {
    let mut all = Vec::new();
    let (mut small, mut bytes) = (Vec::new(), 0);
    for one in listed {
        let large = one.size >= PIECE as u64;
        if large || small.len() == BATCH_MAX || bytes + one.size > BATCH_BYTES {
            close(&mut all, &mut small);
            bytes = 0;
        }
        match large {
            true => all.push(Batch::Large(*one)),
            false => {
                small.push(*one);
                bytes += one.size;
            }
        }
    }
    close(&mut all, &mut small);
    all
}

fn close(all: &mut Vec<Batch>, small: &mut Vec<Listed>) {
    if !small.is_empty() {
        all.push(Batch::Small(std::mem::take(small)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(uid: u32, size: u64) -> Listed {
        Listed {
            uid,
            size,
            arrived_at: None,
        }
    }

    #[test]
    fn small_messages_travel_together_and_a_large_one_alone() {
        let one = |uid| listed(uid, 900_000);
        let all = [one(1), one(2), one(3), listed(4, 30 << 20), listed(5, 10)];
        let found = batches(&all);
        assert_eq!(
            found,
            [
                Batch::Small(vec![one(1), one(2)]),
                Batch::Small(vec![one(3)]),
                Batch::Large(listed(4, 30 << 20)),
                Batch::Small(vec![listed(5, 10)]),
            ]
        );
        let many: Vec<Listed> = (1..=120).map(|uid| listed(uid, 1)).collect();
        assert_eq!(batches(&many).len(), 3);
        assert!(batches(&[]).is_empty());
    }

    #[test]
    fn what_was_begun_belongs_to_one_message() {
        let place = |uid| Place {
            uid_validity: 1,
            uid,
        };
        let mut begun = Begun::default();
        assert!(begun.take(place(7)).is_empty());
        assert!(!begun.failed(vec![1, 2, 3], &Fault::Cut));
        assert_eq!(begun.piece, PIECE / 2);
        assert_eq!(begun.take(place(7)), [1, 2, 3]);
        assert!(!begun.failed(vec![1, 2, 3], &Fault::Cut));
        assert!(begun.take(place(8)).is_empty());
        assert_eq!(begun.piece, PIECE);
    }

    #[test]
    fn a_message_that_gets_on_by_a_byte_is_asked_for_without_end() {
        let place = Place {
            uid_validity: 1,
            uid: 7,
        };
        let failures = |fault: &Fault, more: bool| {
            let mut begun = Begun::default();
            (1..1000).find(|_| {
                let mut bytes = begun.take(place);
                bytes.extend(more.then_some(1));
                begun.failed(bytes, fault)
            })
        };
        let refused = Fault::Refused("UID FETCH");
        assert_eq!(failures(&refused, false), Some(10));
        assert_eq!(failures(&Fault::Senseless, false), Some(10));
        assert_eq!(failures(&Fault::Cut, false), Some(100));
        assert_eq!(failures(&Fault::Busy, false), Some(100));
        assert_eq!(failures(&refused, true), None);
    }
}
