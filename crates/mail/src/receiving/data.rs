//! The message itself, as it comes after DATA: it ends with a dot alone on a line, and a
//! line ends with CR LF and nothing else. A server before us that took a lone LF or CR
//! for the end of a line may be smuggling a second message in the first: here it stays
//! text of the first one (RFC 5321, 2.3.8 and 4.1.1.4).

/// A larger message is refused.
pub const SIZE_MAX: usize = 30 << 20;
/// A message may grow so far without asking whether there is room.
const SMALL: usize = 1 << 20;

/// How far we are in CR LF . CR LF.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum At {
    LineStart,
    Inside,
    Cr,
    Dot,
    DotCr,
}

/// Why a message is not kept, found out while it came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unkept {
    TooLarge,
    NoRoom,
}

#[derive(Debug)]
pub struct Data {
    bytes: Vec<u8>,
    at: At,
    unkept: Option<Unkept>,
    roomy: bool,
}

impl Data {
    pub fn new() -> Data {
        Data {
            bytes: Vec::new(),
            at: At::LineStart,
            unkept: None,
            roomy: false,
        }
    }

    /// Takes bytes in; how many of them belonged to the message once it has ended.
    pub fn hear(&mut self, bytes: &[u8], room: &mut dyn FnMut() -> bool) -> Option<usize> {
        for (n, byte) in bytes.iter().enumerate() {
            if self.one(*byte, room) {
                return Some(n + 1);
            }
        }
        None
    }

    /// It is too large, or there was no room: nothing of it is held.
    pub fn is_unkept(&self) -> bool {
        self.unkept.is_some()
    }

    pub fn ended(self) -> Result<Vec<u8>, Unkept> {
        match self.unkept {
            Some(why) => Err(why),
            None => Ok(self.bytes),
        }
    }

    /// True after the last byte. A dot at the start of a line was doubled by the sender.
    fn one(&mut self, byte: u8, room: &mut dyn FnMut() -> bool) -> bool {
        match (self.at, byte) {
            (At::DotCr, b'\n') => return true,
            (At::LineStart, b'.') => self.at = At::Dot,
            (At::Dot, b'\r') => self.at = At::DotCr,
            (At::DotCr, _) => {
                // The dot stood alone before a lone CR: text after all.
                self.push(b'\r', room);
                self.inside(byte, room);
            }
            _ => self.inside(byte, room),
        }
        false
    }

    fn inside(&mut self, byte: u8, room: &mut dyn FnMut() -> bool) {
        self.at = match (self.at, byte) {
            (At::Cr, b'\n') => At::LineStart,
            (_, b'\r') => At::Cr,
            _ => At::Inside,
        };
        self.push(byte, room);
    }

    fn push(&mut self, byte: u8, room: &mut dyn FnMut() -> bool) {
        if self.unkept.is_some() {
            return;
        }
        if self.bytes.len() >= SMALL && !self.roomy {
            self.roomy = room();
            match self.roomy {
                // All of it at once: growing step by step, it stands there twice each time.
                // What no byte is written to takes no memory.
                true => self.bytes.reserve_exact(SIZE_MAX - self.bytes.len()),
                false => self.leave(Unkept::NoRoom),
            }
        }
        match self.bytes.len() >= SIZE_MAX {
            true => self.leave(Unkept::TooLarge),
            false if self.unkept.is_none() => self.bytes.push(byte),
            false => {}
        }
    }

    /// What comes yet is listened to and not held.
    fn leave(&mut self, why: Unkept) {
        self.bytes = Vec::new();
        self.unkept.get_or_insert(why);
    }
}
