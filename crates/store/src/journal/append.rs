//! Appending: salts, commitments, the leaf, and about log2(n) hashes, all in the
//! writer's transaction. The journal's end is read inside it, since other
//! processes write too.

use super::{edge, signed};
use crate::{
    Error,
    compartment::{close_part, key_for},
    conn::Conn,
    random, sql,
};
use redress_kernel::{
    By, Draft, Entry, Erasable, Id, Instant,
    journal::{
        canonical::canonical,
        leaf::{Leaf, personal_commitment, record_commitment},
        tree::{Edge, Hash},
    },
};

/// Where the journal ends, as known inside one write transaction.
#[derive(Debug, Clone)]
pub(crate) struct End {
    pub edge: Edge,
    recorded_at: Instant,
}

impl End {
    pub fn load(conn: &mut Conn) -> Result<End, Error> {
        let last = sql("SELECT recorded_at FROM journal_entry ORDER BY seq DESC LIMIT 1");
        let recorded_at = conn.one(&last, |row| row.instant(0))?;
        Ok(End {
            edge: edge(conn)?,
            recorded_at: recorded_at.unwrap_or(Instant::from_micros(0)),
        })
    }
}

/// What an entry's parts were committed to, and the salts that open it: none where
/// there is no such part, no salt where it was erased.
pub(crate) struct Commitments {
    pub record: Hash,
    pub record_salt: Hash,
    pub personal: Option<Hash>,
    pub personal_salt: Option<Hash>,
}

/// One part as it will lie in its row.
struct Part {
    salt: Hash,
    commitment: Hash,
    text: String,
}

fn part(value: &serde_json::Value, commit: fn(&Hash, &str) -> Hash) -> Result<Part, Error> {
    let text = canonical(value).map_err(|error| Error::Wrong(error.to_string()))?;
    let salt = random::fill()?;
    Ok(Part {
        salt,
        commitment: commit(&salt, &text),
        text,
    })
}

pub(crate) fn append(
    conn: &mut Conn,
    end: &mut End,
    draft: Draft,
    by: &By,
) -> Result<Entry, Error> {
    let record = part(&draft.record, record_commitment)?;
    let personal = draft
        .personal
        .as_ref()
        .map(|value| part(value, personal_commitment))
        .transpose()?;
    // A clock that was set back never makes a later fact look earlier.
    end.recorded_at = end.recorded_at.max(by.at);
    let entry = Entry {
        seq: signed(end.edge.size()),
        id: Id::new(end.recorded_at.micros(), random::fill()?),
        kind: draft.kind.to_owned(),
        version: draft.version,
        about: draft.about,
        actor: by.actor,
        unit: by.unit,
        recorded_at: end.recorded_at,
        occurred_at: draft.occurred_at,
        record: record.text.clone(),
        personal: personal
            .as_ref()
            .map_or(Erasable::None, |part| Erasable::Present(part.text.clone())),
    };
    let commitments = Commitments {
        record: record.commitment,
        record_salt: record.salt,
        personal: personal.as_ref().map(|part| part.commitment),
        personal_salt: personal.as_ref().map(|part| part.salt),
    };
    let leaf = leaf(&entry, commitments.record, commitments.personal).hash();
    write(conn, end, &entry, leaf, &commitments)?;
    Ok(entry)
}

pub(crate) fn leaf(entry: &Entry, record: Hash, personal: Option<Hash>) -> Leaf<'_> {
    Leaf {
        seq: entry.seq,
        id: entry.id,
        about: entry.about,
        kind: &entry.kind,
        version: i64::from(entry.version),
        actor: entry.actor,
        unit: entry.unit,
        recorded_at: entry.recorded_at,
        occurred_at: entry.occurred_at,
        record,
        personal,
    }
}

/// The next entry as it is, with the nodes that its leaf adds to the tree. One that
/// comes from another journal keeps its hash and its commitments.
pub(crate) fn write(
    conn: &mut Conn,
    end: &mut End,
    entry: &Entry,
    leaf: Hash,
    commitments: &Commitments,
) -> Result<(), Error> {
    for (place, hash) in end.edge.append(leaf) {
        conn.execute(
            &sql("INSERT INTO journal_node (place, hash) VALUES ($1, $2)")
                .arg(signed(place))
                .arg(hash),
        )?;
    }
    end.recorded_at = end.recorded_at.max(entry.recorded_at);
    let query = sql(
        "INSERT INTO journal_entry (seq, id, about, kind, version, actor, unit, recorded_at, occurred_at, \
         record_commitment, record_salt, record, personal_commitment, sealed) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
    );
    let sealed = sealed(conn, entry, commitments)?;
    let query = query
        .arg(entry.seq)
        .arg(entry.id)
        .arg(entry.about)
        .arg(&entry.kind)
        .arg(entry.version)
        .arg(entry.actor)
        .arg(entry.unit)
        .arg(entry.recorded_at)
        .arg(entry.occurred_at)
        .arg(commitments.record)
        .arg(commitments.record_salt)
        .arg(&entry.record)
        .arg(commitments.personal)
        .arg(sealed);
    conn.execute(&query).map(|_| ())
}

/// What a fact says of people lies closed, under the key of what it is about.
fn sealed(
    conn: &mut Conn,
    entry: &Entry,
    commitments: &Commitments,
) -> Result<Option<Vec<u8>>, Error> {
    let (Some(text), Some(salt)) = (entry.personal.present(), &commitments.personal_salt) else {
        return Ok(None);
    };
    let key = key_for(conn, entry.about)?;
    close_part(&key, entry.id, entry.about, salt, text).map(Some)
}
