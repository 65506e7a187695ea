//! The whole journal as lines, and such lines as a journal again. A line holds an
//! entry's leaf and what opens its two commitments, so an installation that takes
//! the lines over has the same leaves and the same root, and proves every one of
//! them while it does. What is erased stays erased: no salt, no text.

use crate::{
    Error, Read, Tx,
    journal::{
        self,
        append::{self, Commitments},
    },
    rebuild,
    row::Part,
    sql,
};
use redress_kernel::{
    Entry, Erasable, Id, Instant,
    journal::{
        canonical::canonical,
        leaf::{hex, personal_commitment, record_commitment, unhex},
        tree::Hash,
    },
};
use serde_json::{Value, json};

const PAGE: i64 = 1000;

/// Hands every entry to `on` as one JSON object, in order. `opened`: with both
/// parts and their salts; without them the lines hold no personal data.
pub fn lines<E: From<Error>>(
    reader: &mut impl Read,
    opened: bool,
    mut on: impl FnMut(&Value) -> Result<(), E>,
) -> Result<i64, E> {
    let mut from = 0;
    loop {
        let entries = reader.entries_from(from, PAGE)?;
        let Some(last) = entries.last().map(|entry| entry.seq) else {
            return Ok(from);
        };
        let mut closed = commitments(reader, from, last)?.into_iter();
        for entry in &entries {
            let parts = closed.next().ok_or_else(|| missing(entry.seq))?;
            on(&line(entry, &parts, opened)?)?;
        }
        from = last + 1;
    }
}

fn missing(seq: i64) -> Error {
    Error::Storage(format!("the commitments of entry {seq} are missing"))
}

fn commitments(reader: &mut impl Read, from: i64, to: i64) -> Result<Vec<Commitments>, Error> {
    let query = sql(
        "SELECT record_commitment, record_salt, personal_commitment, personal_salt, sealed, id, about
                     FROM journal_entry WHERE seq >= $1 AND seq <= $2 ORDER BY seq LIMIT 1000",
    );
    let hash = |bytes: Vec<u8>| {
        Hash::try_from(bytes).map_err(|_| Error::Storage("a commitment is cut short".into()))
    };
    reader.rows(&query.arg(from).arg(to), |row| {
        Ok(Commitments {
            record: hash(row.bytes(0)?)?,
            record_salt: hash(row.bytes(1)?)?,
            personal: row.opt_bytes(2)?.map(hash).transpose()?,
            personal_salt: match row.part(4, row.id(5)?, row.id(6)?)? {
                Part::Opened(salt, _) => Some(salt),
                Part::None | Part::Shut => row.opt_bytes(3)?.map(hash).transpose()?,
            },
        })
    })
}

fn line(entry: &Entry, parts: &Commitments, opened: bool) -> Result<Value, Error> {
    let leaf = append::leaf(entry, parts.record, parts.personal).text();
    let leaf = read(&leaf)?;
    if !opened {
        return Ok(json!({ "leaf": leaf }));
    }
    let personal = entry
        .personal
        .present()
        .map(|text| read(text))
        .transpose()?;
    Ok(json!({
        "leaf": leaf,
        "record": read(&entry.record)?,
        "record_salt": hex(&parts.record_salt),
        "personal": personal,
        "personal_salt": parts.personal_salt.map(|salt| hex(&salt)),
    }))
}

fn read(text: &str) -> Result<Value, Error> {
    serde_json::from_str(text).map_err(|_| Error::Storage("a journal text is no JSON".into()))
}

/// Takes a whole journal over into an empty one; the projections follow. The error
/// names the first line that is not what its leaf says. Gives the root.
pub fn take_over(
    tx: &mut Tx,
    lines: impl Iterator<Item = Result<Value, Error>>,
) -> Result<(i64, Hash), Error> {
    if journal::size(&mut tx.conn.0)? > 0 {
        return Err(Error::Wrong("the installation is not empty".into()));
    }
    let mut end = append::End::load(&mut tx.conn.0)?;
    for line in lines {
        let line = line?;
        let seq = journal::signed(end.edge.size());
        let wrong = |why: &str| Error::Wrong(format!("line {}: {why}", seq + 1));
        let taken = taken(&line).ok_or_else(|| wrong("it is no entry of a journal"))?;
        if taken.entry.seq != seq {
            return Err(wrong("it is not the next entry"));
        }
        let leaf = append::leaf(&taken.entry, taken.parts.record, taken.parts.personal);
        if !taken.opens() || read(&leaf.text())? != *line.get("leaf").unwrap_or(&Value::Null) {
            return Err(wrong("its contents are not what its leaf commits to"));
        }
        append::write(
            &mut tx.conn.0,
            &mut end,
            &taken.entry,
            leaf.hash(),
            &taken.parts,
        )?;
    }
    let root = (journal::signed(end.edge.size()), end.edge.root());
    tx.grown_to(end);
    rebuild::anew(tx)?;
    Ok(root)
}

struct Taken {
    entry: Entry,
    parts: Commitments,
}

impl Taken {
    /// Do the texts open the commitments? An erased part has nothing to open.
    fn opens(&self) -> bool {
        let record = record_commitment(&self.parts.record_salt, &self.entry.record);
        let personal = match (
            &self.entry.personal,
            self.parts.personal,
            self.parts.personal_salt,
        ) {
            (Erasable::Present(text), Some(commitment), Some(salt)) => {
                personal_commitment(&salt, text) == commitment
            }
            (Erasable::Erased, Some(_), None) | (Erasable::None, None, None) => true,
            _ => false,
        };
        record == self.parts.record && personal
    }
}

fn taken(line: &Value) -> Option<Taken> {
    let leaf = line.get("leaf")?;
    let text = |value: &Value, name: &str| Some(value.get(name)?.as_str()?.to_owned());
    let id = |name: &str| text(leaf, name)?.parse::<Id>().ok();
    let number = |name: &str| leaf.get(name)?.as_i64();
    let hash = |value: &Value, name: &str| unhex(value.get(name)?.as_str()?);
    let committed = hash(leaf, "personal");
    let personal = match (line.get("personal"), committed) {
        (_, None) => Erasable::None,
        (None | Some(Value::Null), Some(_)) => Erasable::Erased,
        (Some(value), Some(_)) => Erasable::Present(canonical(value).ok()?),
    };
    Some(Taken {
        entry: Entry {
            seq: number("seq")?,
            id: id("id")?,
            kind: text(leaf, "kind")?,
            version: u16::try_from(number("version")?).ok()?,
            about: id("about")?,
            actor: id("actor")?,
            unit: id("unit"),
            recorded_at: Instant::from_micros(number("recorded_at")?),
            occurred_at: number("occurred_at").map(Instant::from_micros),
            record: canonical(line.get("record")?).ok()?,
            personal,
        },
        parts: Commitments {
            record: hash(leaf, "record")?,
            record_salt: hash(line, "record_salt")?,
            personal: committed,
            personal_salt: hash(line, "personal_salt"),
        },
    })
}

/// The files that lie beside the journal.
pub fn file_ids(reader: &mut impl Read) -> Result<Vec<Id>, Error> {
    reader.rows(
        &sql("SELECT id FROM blob ORDER BY id LIMIT 10000000"),
        |row| row.id(0),
    )
}
