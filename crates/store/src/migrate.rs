//! Migrations: numbered files, each applied once, in one transaction, before
//! anything is served. A database of a newer release is refused; one that holds
//! something is backed up first.

use crate::{Error, conn::Conn, dialect, sql};

pub struct Migration {
    pub version: i64,
    pub name: &'static str,
    pub text: &'static str,
}

macro_rules! migrations {
    ($($version:literal $name:literal,)*) => {
        &[$(Migration {
            version: $version,
            name: $name,
            text: include_str!(concat!("../../../migrations/", $name, ".sql")),
        },)*]
    };
}

/// Every file of /migrations, in order; a test compares with the folder.
pub const MIGRATIONS: &[Migration] = migrations! {
    1 "0001_journal",
    10 "0010_complaint",
    11 "0011_receipt",
    13 "0013_lists",
    14 "0014_tally",
    20 "0020_door",
    21 "0021_office",
    30 "0030_draft",
    40 "0040_outbox",
    50 "0050_search",
    55 "0055_composer_text",
    56 "0056_desk_taste",
    60 "0060_aside",
    61 "0061_bulk",
    62 "0062_texts",
    63 "0063_views",
    70 "0070_figures",
    75 "0075_recount",
    76 "0076_journal_page",
    85 "0085_import",
    89 "0089_draft_link",
    98 "0098_backup",
    99 "0099_invitation",
};

impl Migration {
    /// A migration that changes a projection says so in its header, and is
    /// followed by a rebuild.
    fn asks_for_rebuild(&self) -> bool {
        self.text
            .lines()
            .any(|line| line.trim() == "-- rebuild: yes")
    }
}

pub(crate) fn newest(migrations: &[Migration]) -> i64 {
    migrations.last().map_or(0, |migration| migration.version)
}

/// The version of the schema that is there; 0 when there is none.
pub(crate) fn version(conn: &mut Conn) -> Result<i64, Error> {
    let there = sql(dialect::table_exists(conn)).arg("schema_version");
    if conn.one(&there, |row| row.text(0))?.is_none() {
        return Ok(0);
    }
    let newest = sql("SELECT version FROM schema_version ORDER BY version DESC LIMIT 1");
    Ok(conn.one(&newest, |row| row.int(0))?.unwrap_or(0))
}

/// What of this list a database lacks. By number, not by order: two branches
/// may have added theirs in either.
pub(crate) fn missing<'m>(
    conn: &mut Conn,
    migrations: &'m [Migration],
) -> Result<Vec<&'m Migration>, Error> {
    let (found, known) = (version(conn)?, newest(migrations));
    if found > known {
        return Err(Error::Newer { found, known });
    }
    let applied = match found {
        0 => Vec::new(),
        _ => {
            let all = sql("SELECT version FROM schema_version ORDER BY version LIMIT 100000");
            conn.rows(&all, |row| row.int(0))?
        }
    };
    let lacks = |migration: &&Migration| !applied.contains(&migration.version);
    Ok(migrations.iter().filter(lacks).collect())
}

/// Applies these inside the caller's transaction; true when the projections
/// have to be built anew.
pub(crate) fn apply(conn: &mut Conn, migrations: &[&Migration]) -> Result<bool, Error> {
    let fresh = version(conn)? == 0;
    if fresh {
        let text = "CREATE TABLE schema_version (\n  version BIGINT PRIMARY KEY,\n  name TEXT NOT NULL\n);";
        conn.script(&dialect::schema(text, conn.is_sqlite()))?;
    }
    let mut rebuild = false;
    for migration in migrations {
        conn.script(&dialect::schema(migration.text, conn.is_sqlite()))?;
        let note = sql("INSERT INTO schema_version (version, name) VALUES ($1, $2)");
        conn.execute(&note.arg(migration.version).arg(migration.name))?;
        rebuild |= !fresh && migration.asks_for_rebuild();
    }
    Ok(rebuild)
}
