//! The bytes of a file on their way into the evidence: in hand, or still packed in what
//! they came in and unpacked a piece at a time, the same each time. A large file needs no
//! room of its own beside the message that it lies in.

use std::{
    borrow::Cow,
    fmt,
    io::{self, Read},
    sync::Arc,
};

/// What is handed on at once.
const PIECE: usize = 16 << 10;

/// Something in memory that bytes can be made of, again and again.
pub trait Packed: Send + Sync {
    /// So many come of it.
    fn length(&self) -> usize;

    fn unpack(&self) -> Box<dyn Read + '_>;

    /// Where they stand there as they are.
    fn bare(&self) -> Option<&[u8]> {
        None
    }
}

#[derive(Clone)]
pub enum Content {
    Held(Vec<u8>),
    Packed(Arc<dyn Packed>),
}

impl Content {
    pub fn len(&self) -> usize {
        match self {
            Content::Held(bytes) => bytes.len(),
            Content::Packed(its) => its.length(),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn read(&self) -> Box<dyn Read + '_> {
        match self {
            Content::Held(bytes) => Box::new(bytes.as_slice()),
            Content::Packed(its) => its.unpack(),
        }
    }

    /// All of it at once: for what is small, or has to be looked through.
    pub fn whole(&self) -> Cow<'_, [u8]> {
        match self {
            Content::Held(bytes) => Cow::Borrowed(bytes),
            Content::Packed(its) => match its.bare() {
                Some(bare) => Cow::Borrowed(bare),
                None => Cow::Owned(self.first(usize::MAX)),
            },
        }
    }

    /// So many from its beginning, or as many as there are.
    pub fn first(&self, most: usize) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(most.min(self.len()));
        let limit = u64::try_from(most).unwrap_or(u64::MAX);
        // What lies in memory is read without fail.
        drop(self.read().take(limit).read_to_end(&mut bytes));
        bytes
    }

    /// All of it, a piece at a time.
    pub fn each(&self, on: &mut dyn FnMut(&[u8])) {
        if let Content::Held(bytes) = self {
            return on(bytes);
        }
        let (mut from, mut piece) = (self.read(), [0; PIECE]);
        while let Some(some) = next(&mut from, &mut piece) {
            on(some);
        }
    }
}

fn next<'a>(from: &mut dyn Read, piece: &'a mut [u8]) -> Option<&'a [u8]> {
    loop {
        match from.read(piece) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Ok(0) | Err(_) => return None,
            Ok(read) => return piece.get(..read),
        }
    }
}

impl Default for Content {
    fn default() -> Content {
        Content::Held(Vec::new())
    }
}

impl From<Vec<u8>> for Content {
    fn from(bytes: Vec<u8>) -> Content {
        Content::Held(bytes)
    }
}

impl PartialEq for Content {
    fn eq(&self, other: &Content) -> bool {
        self.len() == other.len() && self.whole() == other.whole()
    }
}

impl Eq for Content {}

/// What a file says stays out of every log.
impl fmt::Debug for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Content({} bytes)", self.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Sevens(usize);

    impl Packed for Sevens {
        fn length(&self) -> usize {
            self.0
        }

        fn unpack(&self) -> Box<dyn Read + '_> {
            Box::new(io::repeat(7).take(self.0 as u64))
        }
    }

    #[test]
    fn what_is_packed_says_the_same_as_what_is_held_each_time() {
        for length in [0, 1, PIECE, 3 * PIECE + 5] {
            let packed = Content::Packed(Arc::new(Sevens(length)));
            let held = Content::from(vec![7; length]);
            for _ in 0..2 {
                let mut said = Vec::new();
                packed.each(&mut |piece| said.extend_from_slice(piece));
                assert_eq!(said, *held.whole(), "{length}");
                assert_eq!(packed, held);
            }
            assert_eq!(packed.first(3), held.first(3));
            assert_eq!(packed.len(), length);
        }
        let other = Content::from(vec![8]);
        assert_ne!(Content::Packed(Arc::new(Sevens(1))), other);
    }
}
