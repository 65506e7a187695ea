//! Bringing messages over: small ones together, and alone what is large, came short or
//! did not come with the others. A message is whole when as much has come as was listed,
//! or when the server has nothing more of it; empty bytes are never taken for a message
//! that was listed with a size. One that is not given out gets a line in the ledger
//! without its text: a person looks on the server, and the next ones come.

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
            Batch::Small(small) => self.small(small),
            Batch::Large(one) => self.alone(one),
        }
    }

    /// What did not come the last time is asked for alone.
    fn small(&mut self, listed: &[Listed]) -> Result<(), Stopped> {
        let mut each = listed.iter();
        let failed = each.position(|one| self.begun.is_at(self.place(one.uid)));
        let (before, rest) = listed.split_at(failed.unwrap_or(listed.len()));
        self.together(before)?;
        let Some((one, after)) = rest.split_first() else {
            return Ok(());
        };
        self.alone(one)?;
        self.together(after)
    }

    /// With a cut, those before the first that did not come: the ledger has no gaps
    /// below its highest number. Where the server says no, to each by itself.
    fn together(&mut self, listed: &[Listed]) -> Result<(), Stopped> {
        let uids: Vec<u32> = listed.iter().map(|one| one.uid).collect();
        let (mut pieces, ended) = self.session.first_pieces(&uids);
        let cut = ended.err().filter(|fault| !is_refused(fault));
        let mut raws: Vec<Raw> = Vec::new();
        for one in listed {
            let at = pieces.iter().position(|piece| piece.uid == one.uid);
            let bytes = at.map(|at| pieces.swap_remove(at).bytes);
            match bytes {
                Some(bytes) if is_whole(one, &bytes) => raws.push(self.whole(one, bytes)),
                None if cut.is_some() => {
                    self.missed(one, cut.as_ref());
                    break;
                }
                begun => {
                    self.take(std::mem::take(&mut raws))?;
                    let place = self.place(one.uid);
                    self.begun.start(place, begun.unwrap_or_default());
                    self.alone(one)?;
                }
            }
        }
        self.take(raws)?;
        cut.map_or(Ok(()), |fault| Err(fault.into()))
    }

    /// The line ended when this one was to come: the next time it comes alone.
    fn missed(&mut self, one: &Listed, fault: Option<&Fault>) {
        self.begun.start(self.place(one.uid), Vec::new());
        if let Some(fault) = fault {
            self.begun.failed(Vec::new(), fault);
        }
    }

    fn alone(&mut self, one: &Listed) -> Result<(), Stopped> {
        let place = self.place(one.uid);
        let mut bytes = self.begun.take(place);
        match self.come(one, &mut bytes) {
            Ok(came) => {
                self.begun.done();
                self.came(one, came, bytes)
            }
            Err(fault) => match self.begun.failed(bytes, &fault) {
                true => self.not_given(one, fault),
                false => Err(fault.into()),
            },
        }
    }

    fn came(&mut self, one: &Listed, came: Came, bytes: Vec<u8>) -> Result<(), Stopped> {
        match came {
            Came::Whole => self.take(vec![self.whole(one, bytes)]),
            Came::Beginning => self.take(vec![self.part(one, bytes)]),
            Came::Nothing => {
                tracing::info!(uid = one.uid, "a message went away before it was fetched");
                Ok(())
            }
        }
    }

    /// Only what came of it is kept, and nothing is changed on the server.
    fn not_given(&mut self, one: &Listed, fault: Fault) -> Result<(), Stopped> {
        let bytes = self.begun.take(self.place(one.uid));
        tracing::warn!(uid = one.uid, %fault, "a message is not given out and is left to a person");
        self.intake.not_given(self.part(one, bytes))?;
        self.taken += 1;
        self.begun.done();
        match is_refused(&fault) {
            true => Ok(()),
            false => Err(fault.into()),
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

/// The session goes on after it.
const fn is_refused(fault: &Fault) -> bool {
    matches!(fault, Fault::Refused(_))
}

/// As much as was listed, and no full piece after which there may be more.
fn is_whole(one: &Listed, bytes: &[u8]) -> bool {
    bytes.len() < PIECE && bytes.len() as u64 >= one.size
}
