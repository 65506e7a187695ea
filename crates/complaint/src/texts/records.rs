//! The newest version of each text that was written here, and the shipped ones
//! that nobody has changed.

use super::{
    facts::{TemplateRetired, TemplateWritten, Wording},
    starters::{self, STARTERS},
};
use redress_kernel::{Entry, Id, Instant};
use redress_store::{Error, Read, Row, Tx, sql};
use std::collections::BTreeMap;

/// More texts than this nobody finds their way in.
pub const TEXTS_MAX: i64 = 300;

#[derive(Debug, Clone)]
pub struct Text {
    pub code: String,
    /// 0: as shipped.
    pub version: i64,
    pub owner: Option<Id>,
    pub written_at: Option<Instant>,
    pub retired: bool,
    pub words: BTreeMap<String, Wording>,
}

impl Text {
    fn shipped(code: &str) -> Text {
        Text {
            code: code.to_owned(),
            version: 0,
            owner: None,
            written_at: None,
            retired: false,
            words: starters::words(code),
        }
    }

    pub fn in_language(&self, tag: &str) -> Option<&Wording> {
        self.words
            .get(tag)
            .filter(|wording| !wording.body.trim().is_empty())
    }

    /// Its name for a reader of this language, or in whatever language there is.
    pub fn name(&self, tag: &str) -> &str {
        let any = || self.words.values().find(|wording| !wording.name.is_empty());
        self.words
            .get(tag)
            .filter(|wording| !wording.name.is_empty())
            .or_else(any)
            .map_or(self.code.as_str(), |wording| wording.name.as_str())
    }
}

pub fn project(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    if entry.is::<TemplateWritten>() {
        return written(tx, entry);
    }
    if entry.is::<TemplateRetired>() {
        let fact = entry.read::<TemplateRetired>()?.fact;
        return put(tx, entry, &fact.code, fact.version, fact.retired);
    }
    Ok(())
}

fn written(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let known = entry.read::<TemplateWritten>()?;
    let (code, version) = (known.fact.code, known.fact.version);
    put(tx, entry, &code, version, false)?;
    tx.execute(&sql("DELETE FROM template_words WHERE code = $1").arg(code.as_str()))?;
    let words = known.personal.into_present().unwrap_or_default().words;
    for (language, wording) in words {
        tx.execute(
            &sql("INSERT INTO template_words (code, language, name, body) VALUES ($1, $2, $3, $4)")
                .arg(code.as_str())
                .arg(language)
                .arg(wording.name)
                .arg(wording.body),
        )?;
    }
    Ok(())
}

fn put(tx: &mut Tx, entry: &Entry, code: &str, version: i64, retired: bool) -> Result<(), Error> {
    tx.execute(
        &sql("INSERT INTO template (code, version, owner, written_at, retired) VALUES ($1, $2, $3, $4, $5)
              ON CONFLICT (code) DO UPDATE SET version = excluded.version, owner = excluded.owner,
                written_at = excluded.written_at, retired = excluded.retired")
            .arg(code)
            .arg(version)
            .arg(entry.actor)
            .arg(entry.recorded_at)
            .arg(i64::from(retired)),
    )?;
    Ok(())
}

/// Every text with its words: written ones first, then those shipped and unchanged.
pub fn all(reader: &mut impl Read) -> Result<Vec<Text>, Error> {
    let query =
        sql("SELECT code, version, owner, written_at, retired FROM template ORDER BY code LIMIT ")
            .bind(TEXTS_MAX);
    let mut texts = reader.rows(&query, read_text)?;
    let words =
        sql("SELECT code, language, name, body FROM template_words ORDER BY code, language LIMIT ")
            .bind(TEXTS_MAX * 6);
    let rows = reader.rows(&words, |row| {
        let wording = Wording {
            name: row.text(2)?,
            body: row.text(3)?,
        };
        Ok((row.text(0)?, row.text(1)?, wording))
    })?;
    for (code, language, wording) in rows {
        if let Some(text) = texts.iter_mut().find(|text| text.code == code) {
            text.words.insert(language, wording);
        }
    }
    for text in &mut texts {
        // A shipped text that was only put away still has its shipped words.
        if text.words.is_empty() && STARTERS.contains(&text.code.as_str()) {
            text.words = starters::words(&text.code);
        }
    }
    let unchanged: Vec<Text> = STARTERS
        .iter()
        .filter(|code| !texts.iter().any(|text| text.code == **code))
        .map(|code| Text::shipped(code))
        .collect();
    texts.extend(unchanged);
    Ok(texts)
}

fn read_text(row: &Row) -> Result<Text, Error> {
    Ok(Text {
        code: row.text(0)?,
        version: row.int(1)?,
        owner: row.opt_id(2)?,
        written_at: Some(row.instant(3)?),
        retired: row.int(4)? == 1,
        words: BTreeMap::new(),
    })
}

pub fn one(reader: &mut impl Read, code: &str) -> Result<Option<Text>, Error> {
    Ok(all(reader)?.into_iter().find(|text| text.code == code))
}
