//! How messages travel: small ones together, a large one alone and in pieces.

use super::mail::Place;
use redress_mail::imap::{Listed, PIECE};

const BATCH_MAX: usize = 50;
const BATCH_BYTES: u64 = 2 << 20;
const PIECE_MIN: usize = 16 << 10;

/// The beginning of a large message, kept over a cut: the bytes of a number never change.
#[derive(Default)]
pub struct Begun {
    at: Option<Place>,
    bytes: Vec<u8>,
    pub piece: usize,
}

impl Begun {
    /// What came of this message with others.
    pub fn start(&mut self, place: Place, bytes: Option<Vec<u8>>) {
        if self.at != Some(place) {
            self.piece = PIECE;
            (self.at, self.bytes) = (Some(place), bytes.unwrap_or_default());
        }
    }

    pub fn take(&mut self, place: Place) -> Vec<u8> {
        match self.at.take() {
            Some(at) if at == place => std::mem::take(&mut self.bytes),
            _ => {
                self.piece = PIECE;
                Vec::new()
            }
        }
    }

    /// A line that breaks with large pieces may last for smaller ones.
    pub fn keep(&mut self, place: Place, bytes: Vec<u8>) {
        self.piece = (self.piece / 2).max(PIECE_MIN);
        (self.at, self.bytes) = (Some(place), bytes);
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
        begun.keep(place(7), vec![1, 2, 3]);
        assert_eq!(begun.piece, PIECE / 2);
        assert_eq!(begun.take(place(7)), [1, 2, 3]);
        begun.keep(place(7), vec![1, 2, 3]);
        assert!(begun.take(place(8)).is_empty());
        assert_eq!(begun.piece, PIECE);
    }
}
