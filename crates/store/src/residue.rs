//! What an engine still keeps of rows that are gone: free pages, dead tuples, the
//! write-ahead log. Erasing a fact takes its text out of the tables; this takes it out
//! of the files. SQLite writes its file anew and empties its log. PostgreSQL writes the
//! tables anew, then its log is turned until every segment was written over.

use crate::{Db, Error, Location, conn::Conn, db::aside, dialect};
use std::sync::mpsc;

/// One step and how it went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// A code, which stands in a fact: `file`, `log`, `readers`, `tables`, `checkpoint`, `segments`.
    pub name: &'static str,
    pub went: Went,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Went {
    Done,
    /// The role that we sign in with may not do that: the operator grants it.
    NotAllowed,
    /// Something still holds the old log: an open transaction, a slot, a standby.
    Held,
}

impl Went {
    pub const fn name(self) -> &'static str {
        match self {
            Went::Done => "done",
            Went::NotAllowed => "not-allowed",
            Went::Held => "held",
        }
    }
}

/// The old text is in no file of the database any more.
pub fn is_clear(steps: &[Step]) -> bool {
    !steps.is_empty() && steps.iter().all(|step| step.went == Went::Done)
}

/// A log of this many segments is not turned in one go.
const SEGMENTS_MAX: usize = 400;
/// Readers end within seconds; who reads for longer holds the old state.
const READER_TRIES: u32 = 20;

impl Db {
    /// Blocks until it is done or cannot go on. Writes of this process wait meanwhile,
    /// and none of them fails.
    pub fn clear_residue(&self) -> Result<Vec<Step>, Error> {
        let (tell, told) = mpsc::channel();
        let at = self.location().clone();
        self.between(Box::new(move |conn| {
            let cleared = conn.and_then(|conn| clear(conn, &at));
            drop(tell.send(cleared));
        }));
        told.recv().unwrap_or(Err(Error::Stopped))
    }
}

/// With the writer's own connection, outside of any transaction.
pub(crate) fn clear(conn: &mut Conn, at: &Location) -> Result<Vec<Step>, Error> {
    match at {
        Location::Sqlite(_) => of_sqlite(conn),
        Location::Postgres(_) => aside(|| of_postgres(at)),
    }
}

fn of_sqlite(conn: &mut Conn) -> Result<Vec<Step>, Error> {
    conn.script(dialect::SQLITE_COPY_ON_DISK)?;
    let written = conn.script(dialect::SQLITE_REWRITE);
    conn.script(dialect::SQLITE_COPY_IN_MEMORY)?;
    written?;
    // It waits for readers as long as any statement does.
    let held = conn.one(&crate::sql(dialect::SQLITE_EMPTY_LOG), |row| row.int(0))?;
    let went = match held {
        Some(0) => Went::Done,
        _ => Went::Held,
    };
    Ok(vec![
        Step {
            name: "file",
            went: Went::Done,
        },
        Step { name: "log", went },
    ])
}

/// On a connection of its own: none of it can stand in a transaction.
fn of_postgres(at: &Location) -> Result<Vec<Step>, Error> {
    let mut conn = Conn::writer(at)?;
    let mut steps = Vec::new();
    for (name, run) in [
        ("readers", readers as fn(&mut Conn) -> Result<Went, Error>),
        ("tables", tables),
        ("checkpoint", checkpoint),
        ("segments", segments),
    ] {
        let went = run(&mut conn)?;
        steps.push(Step { name, went });
    }
    Ok(steps)
}

/// Whoever began to read before the erasure still sees what was, and keeps it there.
fn readers(conn: &mut Conn) -> Result<Went, Error> {
    for _ in 0..READER_TRIES {
        if conn.one(&crate::sql(dialect::POSTGRES_READERS), |row| row.int(0))? == Some(0) {
            return Ok(Went::Done);
        }
        conn.script(dialect::POSTGRES_PAUSE)?;
    }
    Ok(Went::Held)
}

fn tables(conn: &mut Conn) -> Result<Went, Error> {
    let names = conn.rows(&crate::sql(dialect::tables(conn)), |row| row.text(0))?;
    let personal = |name: &&String| !dialect::WITHOUT_TEXT.contains(&name.as_str());
    for name in names.iter().filter(personal) {
        conn.script(&dialect::postgres_rewrite(name))?;
    }
    // Samples of values lie in the planner's statistics.
    allowed(conn.script(dialect::POSTGRES_STATISTICS))
}

fn checkpoint(conn: &mut Conn) -> Result<Went, Error> {
    allowed(conn.script(dialect::POSTGRES_CHECKPOINT))
}

/// The log is made of files that are used again: old text stays in one until it is
/// written over. Every switch fills one to its end.
fn segments(conn: &mut Conn) -> Result<Went, Error> {
    if allowed(conn.script(dialect::POSTGRES_TURN))? == Went::NotAllowed {
        return Ok(Went::NotAllowed);
    }
    // What was written until now lies in files that are older than this moment.
    conn.script(dialect::POSTGRES_A_SECOND)?;
    let since = conn.one(&crate::sql(dialect::POSTGRES_SECOND), |row| row.int(0))?;
    for _ in 0..SEGMENTS_MAX {
        let older = crate::sql(dialect::POSTGRES_OLD_SEGMENTS).arg(since.unwrap_or_default());
        match conn.one(&older, |row| row.int(0)) {
            // The one that is written now can be an old file up to here alone.
            Ok(Some(0)) => return allowed(conn.script(dialect::POSTGRES_TURN)),
            Ok(_) => {}
            Err(error) => return allowed(Err(error)),
        }
        if allowed(conn.script(dialect::POSTGRES_TURN))? == Went::NotAllowed {
            return Ok(Went::NotAllowed);
        }
    }
    Ok(Went::Held)
}

/// PostgreSQL says 42501 where a privilege is missing.
fn allowed(done: Result<(), Error>) -> Result<Went, Error> {
    match done {
        Ok(()) => Ok(Went::Done),
        Err(Error::Wrong(text)) if text.starts_with("42501") => Ok(Went::NotAllowed),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(name: &'static str, went: Went) -> Step {
        Step { name, went }
    }

    #[test]
    fn nothing_is_clear_while_one_step_is_missing() {
        let done = [step("file", Went::Done), step("log", Went::Done)];
        assert!(is_clear(&done));
        assert!(!is_clear(&[]));
        assert!(!is_clear(&[
            step("file", Went::Done),
            step("log", Went::Held)
        ]));
        assert!(!is_clear(&[step("checkpoint", Went::NotAllowed)]));
    }

    #[test]
    fn a_missing_privilege_is_no_fault_and_everything_else_is() {
        let missing = Error::Wrong("42501 permission denied".into());
        assert_eq!(allowed(Err(missing)).ok(), Some(Went::NotAllowed));
        assert!(allowed(Err(Error::Wrong("42601 syntax".into()))).is_err());
        assert!(allowed(Err(Error::Busy)).is_err());
    }
}
