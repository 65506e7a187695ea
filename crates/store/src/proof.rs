//! The proof of receipt: an entry's leaf, its way up to a signed checkpoint, and
//! what opens its two commitments. Whoever holds it can show, without us and
//! without this program, that the fact was in the journal; so every complainant
//! becomes a witness of it. The text is that of C2SP tlog-proof.

use crate::{
    Error, Read,
    journal::{append, node},
    note::{Checkpoint, Verifier},
    row::Part,
    sql,
};
use base64::{Engine, engine::general_purpose::STANDARD};
use redress_kernel::journal::{
    leaf::hex,
    tree::{Hash, inclusion_proof, leaf_hash, proves_inclusion, root_at},
};

const HEADING: &str = "c2sp.org/tlog-proof@v1";

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// Canonical JSON: what is public for ever of this entry.
    pub leaf: String,
    pub index: i64,
    /// Leaves under the checkpoint.
    pub size: i64,
    /// Nearest sibling first.
    pub path: Vec<Hash>,
    /// The signed note.
    pub checkpoint: String,
    /// What opens the commitments, for whoever may see the parts: salt as
    /// hexadecimal digits, and the text; None when erased or never there.
    pub record: Option<(String, String)>,
    pub personal: Option<(String, String)>,
}

/// None while no checkpoint covers the entry, that is before its commit.
pub fn proof(reader: &mut impl Read, seq: i64) -> Result<Option<Proof>, Error> {
    let (Some(entry), Some(note)) = (reader.entry(seq)?, newest(reader)?) else {
        return Ok(None);
    };
    let (checkpoint, size) = note;
    if seq >= size {
        return Ok(None);
    }
    let query = sql(
        "SELECT record_commitment, record_salt, record, personal_commitment, personal_salt, personal, sealed \
         FROM journal_entry WHERE seq = $1",
    );
    let parts = reader.one(&query.arg(seq), |row| {
        let opened = |salt: Option<Vec<u8>>, text| Some((hex(&salt?), text?));
        let hash = |bytes: Vec<u8>| {
            Hash::try_from(bytes).map_err(|_| Error::Storage("a commitment is cut short".into()))
        };
        let commitments = (
            hash(row.bytes(0)?)?,
            row.opt_bytes(3)?.map(hash).transpose()?,
        );
        Ok((
            commitments,
            opened(row.opt_bytes(1)?, row.opt_text(2)?),
            match row.part(6, entry.id, entry.about)? {
                Part::Opened(salt, text) => Some((hex(&salt), text)),
                Part::None | Part::Shut => opened(row.opt_bytes(4)?, row.opt_text(5)?),
            },
        ))
    })?;
    let Some(((record_hash, personal_hash), record, personal)) = parts else {
        return Ok(None);
    };
    let path = inclusion_proof(seq.unsigned_abs(), size.unsigned_abs(), |place| {
        node(&mut reader.conn().0, place)
    })?;
    let leaf = append::leaf(&entry, record_hash, personal_hash).text();
    Ok(Some(Proof {
        leaf,
        index: seq,
        size,
        path,
        checkpoint,
        record,
        personal,
    }))
}

/// Is this leaf the journal's entry at `index` still, and does the journal continue the
/// state of `size` entries with this root?
pub fn holds(
    reader: &mut impl Read,
    index: i64,
    leaf: &str,
    size: i64,
    root: &Hash,
) -> Result<bool, Error> {
    let its = proof(reader, index)?.is_some_and(|proof| proof.leaf == leaf);
    Ok(its && continues(reader, size, root)?)
}

/// Does the journal begin with the `size` entries that had this root? By its stored
/// hashes: that these are those of the entries is `verify`'s to say.
pub fn continues(reader: &mut impl Read, size: i64, root: &Hash) -> Result<bool, Error> {
    if size < 0 || size > reader.size()? {
        return Ok(false);
    }
    let stored = |place| node(&mut reader.conn().0, place);
    Ok(root_at(size.unsigned_abs(), stored)? == *root)
}

fn newest(reader: &mut impl Read) -> Result<Option<(String, i64)>, Error> {
    let query = sql("SELECT note, size FROM journal_checkpoint ORDER BY number DESC LIMIT 1");
    reader.one(&query, |row| Ok((row.text(0)?, row.int(1)?)))
}

impl Proof {
    /// The root that was signed, as the checkpoint writes it.
    pub fn root(&self) -> &str {
        self.checkpoint.lines().nth(2).unwrap_or_default()
    }

    /// The first half of the leaf's hash, as it stands on paper: enough to know an
    /// entry again, too long to make another one that has the same.
    pub fn mark(&self) -> String {
        hex(&leaf_hash(self.leaf.as_bytes()))
            .chars()
            .take(32)
            .collect()
    }

    /// A `.tlog-proof` file. The leaf travels in its `extra` line, and below it the
    /// one of these keys that signed the checkpoint.
    pub fn text(&self, keys: &[Verifier]) -> String {
        let path: String = self
            .path
            .iter()
            .map(|hash| format!("{}\n", STANDARD.encode(hash)))
            .collect();
        let signer = keys
            .iter()
            .find(|key| Checkpoint::open(&self.checkpoint, &[(*key).clone()]).is_ok());
        let extra = match signer {
            Some(key) => format!("{}\n{}", self.leaf, key.text()),
            None => self.leaf.clone(),
        };
        format!(
            "{HEADING}\nextra {}\nindex {}\n{path}\n{}",
            STANDARD.encode(extra),
            self.index,
            self.checkpoint
        )
    }
}

/// Checks a `.tlog-proof` text against the keys that may have signed; gives the
/// leaf and the checkpoint that it is proved by.
pub fn check_proof(text: &str, keys: &[Verifier]) -> Result<(String, Checkpoint), &'static str> {
    const NOT_ONE: &str = "it is not a proof";
    let (head, note) = text.split_once("\n\n").ok_or(NOT_ONE)?;
    let mut lines = head.lines();
    if lines.next() != Some(HEADING) {
        return Err(NOT_ONE);
    }
    let leaf = lines
        .next()
        .and_then(|line| line.strip_prefix("extra "))
        .ok_or(NOT_ONE)?;
    let extra = STANDARD.decode(leaf).map_err(|_| NOT_ONE)?;
    let extra = String::from_utf8(extra).map_err(|_| NOT_ONE)?;
    // The key below the leaf is a claim of the file's; only `keys` count here.
    let leaf = extra.split('\n').next().unwrap_or_default();
    let index = lines
        .next()
        .and_then(|line| line.strip_prefix("index "))
        .and_then(|n| n.parse().ok())
        .ok_or(NOT_ONE)?;
    let hash = |line: &str| STANDARD.decode(line).ok()?.try_into().ok();
    let path: Vec<Hash> = lines.map(hash).collect::<Option<_>>().ok_or(NOT_ONE)?;
    let checkpoint = Checkpoint::open(note, keys)?;
    match proves_inclusion(
        index,
        checkpoint.size.unsigned_abs(),
        &leaf_hash(leaf.as_bytes()),
        &path,
        &checkpoint.root,
    ) {
        true => Ok((leaf.to_owned(), checkpoint)),
        false => Err("the leaf is not in the journal of that checkpoint"),
    }
}
