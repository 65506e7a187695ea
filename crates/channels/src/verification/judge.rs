//! What a receipt proves: read, checked against the keys that count for it, and where
//! it is ours compared with the journal as it is now.

use redress_kernel::Instant;
use redress_store::{Error, Read, holds, note::Verifier};
use redress_verify::{
    Key, Receipt, Unreadable, Wrong,
    bundle::{self, Fault},
};

/// A receipt as it was sent, and the key that was given with it.
pub struct Asked {
    pub receipt: Vec<u8>,
    pub key: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    pub entry: i64,
    pub kind: String,
    pub recorded_at: Instant,
    pub mark: String,
    pub origin: String,
    pub size: i64,
    pub signer: String,
    /// Ours, and our journal has it still; else somebody else's.
    pub ours: bool,
    /// The key came with the receipt: whoever made the one made the other.
    pub key_claimed: bool,
    /// Texts came along and open their commitments.
    pub opened: bool,
}

/// Why nothing is proved: a code for programs, and the ending of a message's key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Not(pub &'static str);

/// Our journal contradicts a receipt that we signed.
pub const GONE: Not = Not("gone");

/// A receipt with what it says, before the journal is asked.
struct Opening {
    receipt: Receipt,
    told: Told,
}

/// Everything that can be said without the journal.
fn read(asked: &Asked, ours: &[Key]) -> Result<Opening, Not> {
    let receipt = Receipt::read(&asked.receipt).map_err(unreadable)?;
    let is_ours = ours.iter().any(|key| key.name == receipt.note.origin);
    let given = match asked.key.trim() {
        "" => None,
        typed => Some(Key::read(typed).ok_or(Not("key"))?),
    };
    let key_claimed = !is_ours && given.is_none();
    let keys = match (is_ours, given, &receipt.claimed) {
        // No other key makes a receipt ours.
        (true, _, _) => ours.to_vec(),
        (false, Some(given), _) => vec![given],
        (false, None, Some(claimed)) => vec![claimed.clone()],
        (false, None, None) => return Err(Not("no-key")),
    };
    let text = std::str::from_utf8(&asked.receipt)
        .unwrap_or_default()
        .trim();
    let opened = text.starts_with('{');
    let proved = match opened {
        true => bundle::check(text, &keys).map(|(_, proved)| proved),
        false => receipt.check(&keys).map_err(Fault::Wrong),
    };
    let proved = proved.map_err(|fault| not(fault, is_ours))?;
    let told = Told {
        entry: signed(receipt.index),
        kind: receipt.leaf.kind.clone(),
        recorded_at: Instant::from_micros(receipt.leaf.recorded_at),
        mark: receipt.leaf.mark(),
        origin: proved.origin,
        size: signed(proved.size),
        signer: proved.signer.text(),
        ours: is_ours,
        key_claimed,
        opened,
    };
    Ok(Opening { receipt, told })
}

/// The whole judgement; a receipt of ours has to fit the journal as it is.
pub fn judge(
    reader: &mut impl Read,
    asked: &Asked,
    verifiers: &[Verifier],
) -> Result<Result<Told, Not>, Error> {
    let ours: Vec<Key> = verifiers
        .iter()
        .filter_map(|verifier| Key::read(&verifier.text()))
        .collect();
    let Opening { receipt, told } = match read(asked, &ours) {
        Ok(read) => read,
        Err(not) => return Ok(Err(not)),
    };
    let root = &receipt.note.root;
    let still = !told.ours || holds(reader, told.entry, &receipt.leaf_text, told.size, root)?;
    Ok(if still { Ok(told) } else { Err(GONE) })
}

fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn unreadable(why: Unreadable) -> Not {
    Not(match why {
        Unreadable::Empty => "empty",
        Unreadable::TooLarge => "too-large",
        Unreadable::NotOne => "not-one",
        Unreadable::Cut => "cut",
        Unreadable::Garbled(_) => "garbled",
    })
}

fn not(fault: Fault, is_ours: bool) -> Not {
    match fault {
        Fault::Unreadable(why) => unreadable(why),
        Fault::Wrong(Wrong::OtherKey) if is_ours => Not("not-ours"),
        Fault::Wrong(Wrong::OtherKey) => Not("other-key"),
        Fault::Wrong(Wrong::Forged) => Not("forged"),
        Fault::Wrong(Wrong::NotInTree) => Not("not-in-tree"),
        Fault::Beside | Fault::Opened => Not("opened"),
    }
}
