//! Bringing messages over: small ones together, and alone what is large, came short or
//! did not come with the others. A message is whole when as much has come as was listed,
//! or when the server has nothing more of it; empty bytes are never taken for a message
//! that was listed with a size.

use super::{
    batches::Batch,
    fetching::{Round, Stopped},
    mail::Raw,
};
use redress_mail::imap::{Fault, Listed, PIECE};

/// What is kept of a message that is too large: its head, for a person to see.
const BEGINNING: usize = 64 << 10;

/// What came of a message.
enum Came {
    Whole,
    /// It is larger than we take.
    Beginning,
    /// It is not there any more.
    Nothing,
}

impl Round<'_> {
    pub(super) fn bring(&mut self, batch: &Batch) -> Result<(), Stopped> {
        match batch {
            Batch::Small(small) => self.together(small),
            Batch::Large(one) => self.alone(one),
        }
    }

    /// With a cut, those before the first that did not come: the ledger has no gaps
    /// below its highest number.
    fn together(&mut self, listed: &[Listed]) -> Result<(), Stopped> {
        let uids: Vec<u32> = listed.iter().map(|one| one.uid).collect();
        let (mut pieces, ended) = self.session.first_pieces(&uids);
        let mut raws: Vec<Raw> = Vec::new();
        for one in listed {
            let at = pieces.iter().position(|piece| piece.uid == one.uid);
            let bytes = at.map(|at| pieces.swap_remove(at).bytes);
            match bytes {
                Some(bytes) if is_whole(one, &bytes) => raws.push(self.whole(one, bytes)),
                None if ended.is_err() => break,
                begun => {
                    self.take(std::mem::take(&mut raws))?;
                    self.begun.start(self.place(one.uid), begun);
                    self.alone(one)?;
                }
            }
        }
        self.take(raws)?;
        Ok(ended?)
    }

    fn alone(&mut self, one: &Listed) -> Result<(), Stopped> {
        let place = self.place(one.uid);
        let mut bytes = self.begun.take(place);
        match self.come(one, &mut bytes) {
            Ok(Came::Whole) => self.take(vec![self.whole(one, bytes)]),
            Ok(Came::Beginning) => self.take(vec![self.part(one, bytes)]),
            Ok(Came::Nothing) => {
                tracing::info!(uid = one.uid, "a message went away before it was fetched");
                Ok(())
            }
            Err(fault) => {
                self.begun.keep(place, bytes);
                Err(fault.into())
            }
        }
    }

    fn come(&mut self, one: &Listed, bytes: &mut Vec<u8>) -> Result<Came, Fault> {
        let (piece, largest) = (self.begun.piece, self.mailbox.largest);
        if one.size <= largest {
            let size = usize::try_from(one.size).unwrap_or_default();
            bytes.reserve(size.saturating_sub(bytes.len()) + 1);
            match self.session.rest(one, bytes, piece, largest) {
                Err(Fault::TooLarge(_)) => {}
                Ok(true) => return Ok(Came::Whole),
                Ok(false) => return Ok(Came::Nothing),
                Err(fault) => return Err(fault),
            }
        }
        let Some(beginning) = self.session.piece(one.uid, 0, BEGINNING)? else {
            return Ok(Came::Nothing);
        };
        *bytes = beginning;
        Ok(Came::Beginning)
    }

    fn whole(&self, one: &Listed, bytes: Vec<u8>) -> Raw {
        let place = self.place(one.uid);
        self.intake.raw(self.mailbox, place, one, bytes)
    }

    fn part(&self, one: &Listed, bytes: Vec<u8>) -> Raw {
        let mut raw = self.whole(one, bytes);
        (raw.whole, raw.size) = (false, one.size);
        raw.bytes.truncate(BEGINNING);
        raw
    }
}

/// As much as was listed, and no full piece after which there may be more.
fn is_whole(one: &Listed, bytes: &[u8]) -> bool {
    bytes.len() < PIECE && bytes.len() as u64 >= one.size
}
