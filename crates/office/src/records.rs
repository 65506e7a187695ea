//! What is no evidence and therefore lies outside the journal: password hashes,
//! one-time links, sessions, the relay's password. A rebuild leaves them alone.

use redress_kernel::{Id, Instant};
use redress_store::{Error, Read, Row, Tx, sql};

pub fn keep_password(tx: &mut Tx, person: Id, hash: &str, at: Instant) -> Result<(), Error> {
    let query = sql(
        "INSERT INTO password (person, hash, set_at) VALUES ($1, $2, $3)
         ON CONFLICT (person) DO UPDATE SET hash = excluded.hash, set_at = excluded.set_at",
    );
    tx.execute(&query.arg(person).arg(hash).arg(at)).map(|_| ())
}

pub fn password_of(reader: &mut impl Read, person: Id) -> Result<Option<String>, Error> {
    reader.one(
        &sql("SELECT hash FROM password WHERE person = $1").arg(person),
        |row| row.text(0),
    )
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    SetUp,
    /// A person sets their first or a new password.
    Welcome,
    /// The password was right; the second factor is asked for.
    SecondStep,
    /// Password and second factor anew, after a second person looked who it is.
    Recovery,
}

impl Purpose {
    const fn name(self) -> &'static str {
        match self {
            Purpose::SetUp => "set-up",
            Purpose::Welcome => "welcome",
            Purpose::SecondStep => "second-step",
            Purpose::Recovery => "recovery",
        }
    }
}

/// A new link makes the earlier ones of its kind for this person worthless.
pub fn keep_link(
    tx: &mut Tx,
    hash: &str,
    purpose: Purpose,
    person: Option<Id>,
    expires_at: Instant,
) -> Result<(), Error> {
    let person = person.map(|id| id.to_string()).unwrap_or_default();
    forget_links(tx, purpose, &person)?;
    let query = sql(
        "INSERT INTO one_time_link (hash, purpose, person, expires_at) VALUES ($1, $2, $3, $4)",
    );
    tx.execute(
        &query
            .arg(hash)
            .arg(purpose.name())
            .arg(person)
            .arg(expires_at),
    )
    .map(|_| ())
}

fn forget_links(tx: &mut Tx, purpose: Purpose, person: &str) -> Result<(), Error> {
    let query = sql("DELETE FROM one_time_link WHERE purpose = $1 AND person = $2");
    tx.execute(&query.arg(purpose.name()).arg(person))
        .map(|_| ())
}

/// Nobody gets in by a link that was sent to this person any more.
pub fn withdraw_links(tx: &mut Tx, person: Id) -> Result<(), Error> {
    forget_links(tx, Purpose::Welcome, &person.to_string())
}

/// Nor by one that was handed over to start anew.
pub fn withdraw_recovery(tx: &mut Tx, person: Id) -> Result<(), Error> {
    forget_links(tx, Purpose::Recovery, &person.to_string())
}

/// Until when a link that was given out to this person can be used.
pub fn open_link(
    reader: &mut impl Read,
    person: Id,
    now: Instant,
) -> Result<Option<Instant>, Error> {
    let query = sql(
        "SELECT expires_at FROM one_time_link WHERE person = $1 AND purpose = $2 AND expires_at > $3
         ORDER BY expires_at DESC LIMIT 1",
    );
    let query = query
        .arg(person.to_string())
        .arg(Purpose::Welcome.name())
        .arg(now);
    reader.one(&query, |row| row.instant(0))
}

/// Whom a link is for, while it counts. `Some(None)`: for whoever holds it.
pub fn link(
    reader: &mut impl Read,
    hash: &str,
    purpose: Purpose,
    now: Instant,
) -> Result<Option<Option<Id>>, Error> {
    let query = sql(
        "SELECT person FROM one_time_link WHERE hash = $1 AND purpose = $2 AND expires_at > $3",
    );
    let person = reader.one(&query.arg(hash).arg(purpose.name()).arg(now), |row| {
        row.text(0)
    })?;
    Ok(person.map(|person| person.parse().ok()))
}

pub fn link_expiry(reader: &mut impl Read, hash: &str) -> Result<Option<Instant>, Error> {
    reader.one(
        &sql("SELECT expires_at FROM one_time_link WHERE hash = $1").arg(hash),
        |row| row.instant(0),
    )
}

/// Used once, gone.
pub fn use_link(tx: &mut Tx, hash: &str) -> Result<(), Error> {
    tx.execute(&sql("DELETE FROM one_time_link WHERE hash = $1").arg(hash))
        .map(|_| ())
}

pub fn keep_secret(tx: &mut Tx, name: &str, value: &str) -> Result<(), Error> {
    let query = sql(
        "INSERT INTO secret_setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    );
    tx.execute(&query.arg(name).arg(value)).map(|_| ())
}

pub fn forget_secret(tx: &mut Tx, name: &str) -> Result<(), Error> {
    tx.execute(&sql("DELETE FROM secret_setting WHERE name = $1").arg(name))
        .map(|_| ())
}

pub fn secret(reader: &mut impl Read, name: &str) -> Result<Option<String>, Error> {
    reader.one(
        &sql("SELECT value FROM secret_setting WHERE name = $1").arg(name),
        |row| row.text(0),
    )
}

/// Those that no key closes yet, by name.
pub fn unsealed_secrets(
    reader: &mut impl Read,
    limit: i64,
) -> Result<Vec<(String, String)>, Error> {
    let query = sql(
        "SELECT name, value FROM secret_setting WHERE value NOT LIKE 'sealed1:%' ORDER BY name LIMIT $1",
    );
    reader.rows(&query.arg(limit), |row| Ok((row.text(0)?, row.text(1)?)))
}

/// Idle and absolute life of a session.
pub const IDLE_SECONDS: i64 = 30 * 60;
pub const WHOLE_SECONDS: i64 = 12 * 3600;

/// What its owner may know of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    pub id: Id,
    pub person: Id,
    pub started_at: Instant,
    pub seen_at: Instant,
    pub device: String,
    /// When its person last proved who they are.
    pub proved_at: Instant,
    /// All it is good for is to set up the second factor that the person's role asks for.
    pub limited: bool,
}

pub fn keep_session(tx: &mut Tx, hash: &str, session: &Session) -> Result<(), Error> {
    let query = sql(
        "INSERT INTO session (hash, id, person, started_at, seen_at, device, proved_at, limited)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    );
    let query = query
        .arg(hash)
        .arg(session.id)
        .arg(session.person)
        .arg(session.started_at)
        .arg(session.seen_at)
        .arg(session.device.as_str());
    let query = query.arg(session.proved_at).arg(i64::from(session.limited));
    tx.execute(&query).map(|_| ())
}

/// Its person has just proved who they are; the token is another one from now on, so a
/// copy of the old one is worth nothing.
pub fn renew_session(tx: &mut Tx, old: &str, new: &str, at: Instant) -> Result<bool, Error> {
    let query = sql("UPDATE session SET hash = $2, proved_at = $3 WHERE hash = $1");
    Ok(tx.execute(&query.arg(old).arg(new).arg(at))? > 0)
}

/// The person has the second factor that was missing.
pub fn lift_limits(tx: &mut Tx, person: Id) -> Result<(), Error> {
    tx.execute(&sql("UPDATE session SET limited = 0 WHERE person = $1").arg(person))
        .map(|_| ())
}

/// The session of this token, while it lives.
pub fn session(reader: &mut impl Read, hash: &str, now: Instant) -> Result<Option<Session>, Error> {
    let query = sql(
        "SELECT id, person, started_at, seen_at, device, proved_at, limited FROM session
         WHERE hash = $1 AND seen_at > $2 AND started_at > $3",
    );
    reader.one(
        &query
            .arg(hash)
            .arg(now.plus_seconds(-IDLE_SECONDS))
            .arg(now.plus_seconds(-WHOLE_SECONDS)),
        session_of,
    )
}

/// Where this person is signed in, the latest first.
pub fn sessions(reader: &mut impl Read, person: Id, now: Instant) -> Result<Vec<Session>, Error> {
    let query = sql(
        "SELECT id, person, started_at, seen_at, device, proved_at, limited FROM session
         WHERE person = $1 AND seen_at > $2 AND started_at > $3 ORDER BY seen_at DESC, id LIMIT 50",
    );
    reader.rows(
        &query
            .arg(person)
            .arg(now.plus_seconds(-IDLE_SECONDS))
            .arg(now.plus_seconds(-WHOLE_SECONDS)),
        session_of,
    )
}

fn session_of(row: &Row) -> Result<Session, Error> {
    Ok(Session {
        id: row.id(0)?,
        person: row.id(1)?,
        started_at: row.instant(2)?,
        seen_at: row.instant(3)?,
        device: row.text(4)?,
        proved_at: row.instant(5)?,
        limited: row.bool(6)?,
    })
}

pub fn session_seen(tx: &mut Tx, hash: &str, at: Instant) -> Result<(), Error> {
    tx.execute(
        &sql("UPDATE session SET seen_at = $2 WHERE hash = $1 AND seen_at < $2")
            .arg(hash)
            .arg(at),
    )
    .map(|_| ())
}

pub fn end_session(tx: &mut Tx, hash: &str) -> Result<(), Error> {
    tx.execute(&sql("DELETE FROM session WHERE hash = $1").arg(hash))
        .map(|_| ())
}

/// One of a person's own sessions, by the name that its list gives it.
pub fn end_session_of(tx: &mut Tx, person: Id, id: Id) -> Result<bool, Error> {
    Ok(tx.execute(
        &sql("DELETE FROM session WHERE person = $1 AND id = $2")
            .arg(person)
            .arg(id),
    )? > 0)
}

/// All of a person's sessions but this one; how many there were.
pub fn end_other_sessions(tx: &mut Tx, person: Id, kept: Id) -> Result<u64, Error> {
    tx.execute(
        &sql("DELETE FROM session WHERE person = $1 AND id <> $2")
            .arg(person)
            .arg(kept),
    )
}

/// All of them, and what is half begun: the second step of a first that counts no more.
pub fn end_sessions(tx: &mut Tx, person: Id) -> Result<(), Error> {
    forget_links(tx, Purpose::SecondStep, &person.to_string())?;
    tx.execute(&sql("DELETE FROM session WHERE person = $1").arg(person))
        .map(|_| ())
}

/// What has ended by itself; called at each sign-in, so the table stays small.
pub fn sweep_sessions(tx: &mut Tx, now: Instant) -> Result<(), Error> {
    let query = sql("DELETE FROM session WHERE seen_at <= $1 OR started_at <= $2");
    tx.execute(
        &query
            .arg(now.plus_seconds(-IDLE_SECONDS))
            .arg(now.plus_seconds(-WHOLE_SECONDS)),
    )
    .map(|_| ())
}

/// The newest backup: when it was made, and of how many entries.
pub fn mark_backup(tx: &mut Tx, at: Instant, entries: i64) -> Result<(), Error> {
    let query = sql(
        "INSERT INTO backup_mark (id, made_at, entries) VALUES (1, $1, $2)
         ON CONFLICT (id) DO UPDATE SET made_at = excluded.made_at, entries = excluded.entries",
    );
    tx.execute(&query.arg(at).arg(entries)).map(|_| ())
}

pub fn last_backup(reader: &mut impl Read) -> Result<Option<Instant>, Error> {
    reader.one(
        &sql("SELECT made_at FROM backup_mark WHERE id = 1"),
        |row| row.instant(0),
    )
}
