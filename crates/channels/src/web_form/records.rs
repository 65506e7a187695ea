//! Drafts, their files, and the counts of refused fields. None of it is
//! evidence; all of it goes 30 days after its last use.

use super::draft::{Answers, Draft, DraftFile, KEPT_DAYS, Key};
use redress_kernel::{Id, Instant, fields::Fields};
use redress_store::{Error, Read, Tx, sql};

/// Deleted with each new draft, so that no timer has to run for it.
const SWEPT_AT_ONCE: i64 = 50;

/// A file as it is kept until the draft is sent.
pub struct NewFile {
    pub id: Id,
    pub name: String,
    pub media: String,
    pub bytes: Vec<u8>,
}

/// Somebody's name lies in it before it is a complaint.
pub fn sealed_as(draft: &str) -> String {
    format!("draft {draft}")
}

/// The draft behind this key, unless its 30 days are over.
pub fn find(reader: &mut impl Read, key: &Key, now: Instant) -> Result<Option<Draft>, Error> {
    let query =
        sql("SELECT answers, used_at, complaint, begun_at, trapped FROM draft WHERE id = $1")
            .arg(key.hash());
    let found = reader.one(&query, |row| {
        Ok(Draft {
            answers: Answers::from_json(&row.unsealed(0, &sealed_as(&key.hash()))?),
            used_at: row.instant(1)?,
            complaint: row.opt_id(2)?,
            begun_at: row.opt_instant(3)?,
            trapped: row.int(4)? == 1,
            files: Vec::new(),
        })
    })?;
    let Some(mut draft) = found.filter(|draft| !draft.is_gone(now)) else {
        return Ok(None);
    };
    draft.files = files(reader, key)?;
    Ok(Some(draft))
}

fn files(reader: &mut impl Read, key: &Key) -> Result<Vec<DraftFile>, Error> {
    let query =
        sql("SELECT id, name, media, size FROM draft_file WHERE draft = $1 ORDER BY place, id LIMIT 100")
            .arg(key.hash());
    reader.rows(&query, |row| {
        Ok(DraftFile {
            id: row.id(0)?,
            name: row.unsealed(1, &sealed_as(&key.hash()))?,
            media: row.text(2)?,
            bytes: row.int(3)?,
        })
    })
}

/// The files with their bytes, in the order in which they came.
pub fn contents(reader: &mut impl Read, key: &Key) -> Result<Vec<NewFile>, Error> {
    let query = sql(
        "SELECT id, name, media, content FROM draft_file WHERE draft = $1 ORDER BY place, id LIMIT 100",
    )
    .arg(key.hash());
    reader.rows(&query, |row| {
        Ok(NewFile {
            id: row.id(0)?,
            name: row.unsealed(1, &sealed_as(&key.hash()))?,
            media: row.text(2)?,
            bytes: row.unsealed_bytes(3, &sealed_as(&key.hash()))?,
        })
    })
}

pub fn save(tx: &mut Tx, key: &Key, answers: &Answers, now: Instant) -> Result<(), Error> {
    sweep(tx, now)?;
    let answers = tx
        .keys()
        .seal(&sealed_as(&key.hash()), &answers.to_json())?;
    tx.execute(
        &sql("INSERT INTO draft (id, answers, used_at) VALUES ($1, $2, $3)
              ON CONFLICT (id) DO UPDATE SET answers = excluded.answers, used_at = excluded.used_at")
            .arg(key.hash())
            .arg(answers)
            .arg(now),
    )?;
    Ok(())
}

/// What a step showed about whoever filled it in: the first handing out, and once
/// trapped, always.
pub fn notice(
    tx: &mut Tx,
    key: &Key,
    begun_at: Option<Instant>,
    trapped: bool,
) -> Result<(), Error> {
    let query = sql("UPDATE draft SET begun_at = COALESCE(begun_at, $2), trapped = CASE WHEN $3 = 1 THEN 1 ELSE trapped END
              WHERE id = $1");
    let query = query.arg(key.hash()).arg(begun_at).arg(i64::from(trapped));
    tx.execute(&query).map(|_| ())
}

/// Files of one form share their instant, so each gets its place in the order of arrival.
pub fn add_file(tx: &mut Tx, key: &Key, file: &NewFile) -> Result<(), Error> {
    let name = tx.keys().seal(&sealed_as(&key.hash()), &file.name)?;
    let content = tx
        .keys()
        .seal_bytes(&sealed_as(&key.hash()), file.bytes.clone())?;
    tx.execute(
        &sql("INSERT INTO draft_file (id, draft, place, name, media, size, content)
              VALUES ($1, $2, (SELECT COALESCE(MAX(place), 0) + 1 FROM draft_file WHERE draft = $2), $3, $4, $5, $6)")
            .arg(file.id)
            .arg(key.hash())
            .arg(name)
            .arg(&file.media)
            .arg(file.bytes.len())
            .arg(content),
    )?;
    Ok(())
}

pub fn remove_file(tx: &mut Tx, key: &Key, file: Id) -> Result<(), Error> {
    tx.execute(
        &sql("DELETE FROM draft_file WHERE draft = $1 AND id = $2")
            .arg(key.hash())
            .arg(file),
    )?;
    Ok(())
}

/// Takes away what is left of a draft.
pub fn forget(tx: &mut Tx, key: &Key) -> Result<(), Error> {
    tx.execute(&sql("DELETE FROM draft_file WHERE draft = $1").arg(key.hash()))?;
    tx.execute(&sql("DELETE FROM draft WHERE id = $1").arg(key.hash()))?;
    Ok(())
}

/// The complaint has everything now: the draft keeps nothing but the way to it.
pub fn sent(tx: &mut Tx, key: &Key, complaint: Id, now: Instant) -> Result<(), Error> {
    tx.execute(&sql("DELETE FROM draft_file WHERE draft = $1").arg(key.hash()))?;
    tx.execute(
        &sql("INSERT INTO draft (id, answers, used_at, complaint) VALUES ($1, '{}', $2, $3)
              ON CONFLICT (id) DO UPDATE SET answers = excluded.answers, complaint = excluded.complaint")
            .arg(key.hash())
            .arg(now)
            .arg(complaint),
    )?;
    Ok(())
}

/// One letter more with the link to this draft; false when it has had enough of them.
pub fn count_mail(tx: &mut Tx, key: &Key, max: i64) -> Result<bool, Error> {
    let query = sql("UPDATE draft SET mailed = mailed + 1 WHERE id = $1 AND mailed < $2");
    tx.execute(&query.arg(key.hash()).arg(max))
        .map(|changed| changed > 0)
}

fn sweep(tx: &mut Tx, now: Instant) -> Result<(), Error> {
    let before = now.plus_seconds(-KEPT_DAYS * 86_400);
    let old = sql("SELECT id FROM draft WHERE used_at < $1 ORDER BY used_at LIMIT $2")
        .arg(before)
        .arg(SWEPT_AT_ONCE);
    for id in tx.rows(&old, |row| row.text(0))? {
        tx.execute(&sql("DELETE FROM draft_file WHERE draft = $1").arg(&id))?;
        tx.execute(&sql("DELETE FROM draft WHERE id = $1").arg(&id))?;
    }
    Ok(())
}

/// Counts what was refused: the field and the rule, nothing that was typed.
pub fn count_failures(
    tx: &mut Tx,
    form: &str,
    fields: &Fields,
    day: jiff::civil::Date,
) -> Result<(), Error> {
    for problem in fields.problems() {
        count(tx, form, &problem.field, &problem.message.key, day)?;
    }
    Ok(())
}

pub fn count(
    tx: &mut Tx,
    form: &str,
    field: &str,
    rule: &str,
    day: jiff::civil::Date,
) -> Result<(), Error> {
    tx.execute(
        &sql(
            "INSERT INTO form_failure (day, form, field, rule, n) VALUES ($1, $2, $3, $4, 1)
              ON CONFLICT (day, form, field, rule) DO UPDATE SET n = form_failure.n + 1",
        )
        .arg(day.to_string())
        .arg(form)
        .arg(field)
        .arg(rule),
    )?;
    Ok(())
}
