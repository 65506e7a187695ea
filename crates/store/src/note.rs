//! Checkpoints as the world reads them: C2SP tlog-checkpoint text in a signed
//! note. Origin, size and root, and one line of our own, the checkpoint's number,
//! so that none can be taken out of the row unseen.

use crate::Error;
use base64::{Engine, engine::general_purpose::STANDARD};
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use redress_kernel::journal::tree::Hash;
use sha2::{Digest, Sha256};

const ED25519: u8 = 1;

/// Who signs: a name (the journal's origin) and a public key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verifier {
    pub name: String,
    key: VerifyingKey,
}

impl Verifier {
    pub(crate) fn new(name: &str, key: VerifyingKey) -> Verifier {
        Verifier {
            name: name.to_owned(),
            key,
        }
    }

    /// The first four bytes of SHA-256(name, line feed, type, key).
    pub fn key_id(&self) -> [u8; 4] {
        let hash = Sha256::new()
            .chain_update(&self.name)
            .chain_update([b'\n', ED25519])
            .chain_update(self.key.as_bytes())
            .finalize();
        std::array::from_fn(|place| hash.get(place).copied().unwrap_or_default())
    }

    /// `name+id+key`, the form in which verifier keys are published.
    pub fn text(&self) -> String {
        let id = u32::from_be_bytes(self.key_id());
        let typed = [&[ED25519][..], self.key.as_bytes()].concat();
        format!("{}+{id:08x}+{}", self.name, STANDARD.encode(typed))
    }

    pub fn read(text: &str) -> Result<Verifier, Error> {
        let wrong = || Error::Keys("a verifier key cannot be read".into());
        let (name, rest) = text.split_once('+').ok_or_else(wrong)?;
        let (id, key) = rest.split_once('+').ok_or_else(wrong)?;
        let bytes = STANDARD.decode(key).map_err(|_| wrong())?;
        let (&ED25519, key) = bytes.split_first().ok_or_else(wrong)? else {
            return Err(wrong());
        };
        let key = VerifyingKey::try_from(key).map_err(|_| wrong())?;
        let verifier = Verifier::new(name, key);
        match format!("{:08x}", u32::from_be_bytes(verifier.key_id())) == id {
            true => Ok(verifier),
            false => Err(wrong()),
        }
    }
}

/// What a checkpoint says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    pub origin: String,
    pub number: i64,
    pub size: i64,
    pub root: Hash,
}

impl Checkpoint {
    fn text(&self) -> String {
        format!(
            "{}\n{}\n{}\ncheckpoint {}\n",
            self.origin,
            self.size,
            STANDARD.encode(self.root),
            self.number
        )
    }

    pub(crate) fn sign(&self, key: &SigningKey) -> String {
        let text = self.text();
        let verifier = Verifier::new(&self.origin, key.verifying_key());
        let signed = [
            &verifier.key_id()[..],
            &key.sign(text.as_bytes()).to_bytes(),
        ]
        .concat();
        format!(
            "{text}\n\u{2014} {} {}\n",
            self.origin,
            STANDARD.encode(signed)
        )
    }

    /// Reads a note and believes it only when one of these keys signed it. Lines
    /// of other signers (witnesses) are allowed.
    pub fn open(note: &str, keys: &[Verifier]) -> Result<Checkpoint, &'static str> {
        let (text, signatures) = note.split_once("\n\n").ok_or("it is not a signed note")?;
        let text = format!("{text}\n");
        if !signatures.ends_with('\n') {
            return Err("it is not a signed note");
        }
        let known = signatures
            .lines()
            .any(|line| keys.iter().any(|key| signs(key, line, &text)));
        let checkpoint = Checkpoint::parse(&text).ok_or("it is not a checkpoint")?;
        let named = keys.iter().any(|key| key.name == checkpoint.origin);
        match known && named {
            true => Ok(checkpoint),
            false => Err("none of the keys signed it"),
        }
    }

    /// Reads a note of our own journal: with our one signature and nothing else,
    /// so that a single byte more or less is seen.
    pub(crate) fn open_own(note: &str, keys: &[Verifier]) -> Result<Checkpoint, &'static str> {
        let lines = note
            .split_once("\n\n")
            .map_or(0, |(_, signatures)| signatures.matches('\n').count());
        match lines {
            1 => Checkpoint::open(note, keys),
            _ => Err("it does not bear exactly one signature"),
        }
    }

    fn parse(text: &str) -> Option<Checkpoint> {
        let mut lines = text.lines();
        let checkpoint = Checkpoint {
            origin: lines.next()?.to_owned(),
            size: lines.next()?.parse().ok()?,
            root: STANDARD.decode(lines.next()?).ok()?.try_into().ok()?,
            number: lines.next()?.strip_prefix("checkpoint ")?.parse().ok()?,
        };
        // One checkpoint has one text; anything else was not written by us.
        (checkpoint.text() == text).then_some(checkpoint)
    }
}

fn signs(key: &Verifier, line: &str, text: &str) -> bool {
    let Some((name, coded)) = line
        .strip_prefix("\u{2014} ")
        .and_then(|line| line.split_once(' '))
    else {
        return false;
    };
    let Ok(bytes) = STANDARD.decode(coded) else {
        return false;
    };
    let Some((id, signature)) = bytes.split_first_chunk::<4>() else {
        return false;
    };
    let Ok(signature) = Signature::from_slice(signature) else {
        return false;
    };
    name == key.name
        && *id == key.key_id()
        && key.key.verify_strict(text.as_bytes(), &signature).is_ok()
}
