//! What differs between SQLite and PostgreSQL, all of it: settings, the words of
//! a schema, how a transaction begins, how words are looked up, how PostgreSQL
//! types are read. Every other statement in the house runs on both as it stands.

use crate::{
    Error, Row, Sql, Value,
    conn::{Conn, More},
    row::other,
    search::{Needle, Phrase},
};
use postgres::types::Type;
use std::sync::atomic::{AtomicU64, Ordering};

pub(crate) const COMMIT: &str = "COMMIT";
pub(crate) const ROLLBACK: &str = "ROLLBACK";
pub(crate) const SAVEPOINT: &str = "SAVEPOINT request";
pub(crate) const RELEASE: &str = "RELEASE SAVEPOINT request";
pub(crate) const ROLLBACK_TO: &str = "ROLLBACK TO SAVEPOINT request";

pub(crate) const SQLITE_DURABLE: &str =
    "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;";
pub(crate) const SQLITE_EVERY_CONNECTION: &str = "PRAGMA busy_timeout = 10000; PRAGMA synchronous = FULL; \
     PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA secure_delete = ON; \
     PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY;";
pub(crate) const SQLITE_READ_ONLY: &str = "PRAGMA query_only = ON;";
pub(crate) const POSTGRES_EVERY_CONNECTION: &str = "SET synchronous_commit = on; SET lock_timeout = '10s'; \
     SET idle_in_transaction_session_timeout = 0; SET statement_timeout = 0; SET client_min_messages = warning;";

/// Every page written anew, so that none keeps what stood there; what is read meanwhile
/// stays readable. The copy that is made for it would fill the memory where it is large.
pub(crate) const SQLITE_REWRITE: &str = "VACUUM";
pub(crate) const SQLITE_COPY_ON_DISK: &str = "PRAGMA temp_store = FILE";
pub(crate) const SQLITE_COPY_IN_MEMORY: &str = "PRAGMA temp_store = MEMORY";
pub(crate) const SQLITE_EMPTY_LOG: &str = "PRAGMA wal_checkpoint(TRUNCATE)";

/// Hashes and signed heads: nobody's text, and as long as the journal.
pub(crate) const WITHOUT_TEXT: &[&str] = &["journal_node", "journal_checkpoint"];
pub(crate) const POSTGRES_STATISTICS: &str = "VACUUM FULL pg_catalog.pg_statistic";
pub(crate) const POSTGRES_CHECKPOINT: &str = "CHECKPOINT";
/// Something to write, the rest of the segment, and a checkpoint that lets go of it.
pub(crate) const POSTGRES_TURN: &str = "SELECT pg_logical_emit_message(false, 'redress', 'turn'); \
     SELECT pg_switch_wal(); CHECKPOINT";
/// Other transactions of this database that still see an older state.
pub(crate) const POSTGRES_READERS: &str = "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() \
     AND backend_xmin IS NOT NULL AND backend_type = 'client backend' AND pid <> pg_backend_pid()";
pub(crate) const POSTGRES_PAUSE: &str = "SELECT pg_sleep(0.25)";
/// Times of files are told in seconds.
pub(crate) const POSTGRES_A_SECOND: &str = "SELECT pg_sleep(1.1)";
pub(crate) const POSTGRES_SECOND: &str =
    "SELECT CAST(floor(extract(epoch FROM clock_timestamp())) AS BIGINT)";
pub(crate) const POSTGRES_OLD_SEGMENTS: &str =
    "SELECT COUNT(*) FROM pg_ls_waldir() WHERE extract(epoch FROM modification) < $1";

/// Rights that open more than one database of one's own, whether the role has them itself
/// or by belonging to another.
pub(crate) const POSTGRES_RIGHTS: &str = "SELECT held.name FROM ( \
       SELECT 'SUPERUSER' AS name FROM pg_roles WHERE rolname = current_user AND rolsuper \
       UNION SELECT 'CREATEDB' FROM pg_roles WHERE rolname = current_user AND rolcreatedb \
       UNION SELECT 'CREATEROLE' FROM pg_roles WHERE rolname = current_user AND rolcreaterole \
       UNION SELECT 'REPLICATION' FROM pg_roles WHERE rolname = current_user AND rolreplication \
       UNION SELECT 'BYPASSRLS' FROM pg_roles WHERE rolname = current_user AND rolbypassrls \
       UNION SELECT CAST(rolname AS TEXT) FROM pg_roles WHERE rolname IN ('pg_read_server_files', \
         'pg_write_server_files', 'pg_execute_server_program', 'pg_read_all_data', 'pg_write_all_data') \
         AND pg_has_role(current_user, oid, 'MEMBER')) AS held \
     ORDER BY held.name LIMIT 20";

/// Plain VACUUM leaves the bytes of a dead row in its page.
pub(crate) fn postgres_rewrite(table: &str) -> String {
    format!("VACUUM (FULL, ANALYZE) \"{table}\"")
}

/// SQLite alone: room for a large file, which is then written in place; and a file, or
/// where it lies and how long it is from a length on.
pub(crate) const ROOM_FOR_FILE: &str = "INSERT INTO blob (id, bytes) VALUES ($1, zeroblob($2))";
pub(crate) const FILE_OR_ITS_PLACE: &str = "SELECT CASE WHEN length(bytes) < $2 THEN bytes END, rowid, length(bytes) \
     FROM blob WHERE id = $1";

/// One writer at a time from here on, also across processes and nodes: what the
/// closure reads is the newest there is until it commits.
pub(crate) fn begin_write(conn: &mut Conn) -> Result<(), Error> {
    if conn.is_sqlite() {
        return conn.command("BEGIN IMMEDIATE");
    }
    conn.command("BEGIN ISOLATION LEVEL READ COMMITTED")?;
    // The number is arbitrary; every node of this house uses the same.
    conn.command("SELECT pg_advisory_xact_lock(7210000210)")
}

/// A reader sees one moment: a list and the figure above it agree.
pub(crate) fn begin_read(conn: &mut Conn) -> Result<(), Error> {
    conn.command(match conn.is_sqlite() {
        true => "BEGIN DEFERRED",
        false => "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY",
    })
}

/// Migrations are written with BIGINT, TEXT and BYTES. SQLite gets checked types
/// (STRICT), PostgreSQL the byte order of letters, so that both sort alike.
pub(crate) fn schema(text: &str, sqlite: bool) -> String {
    let text: String = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("--"))
        .collect::<Vec<_>>()
        .join("\n");
    let text = if sqlite {
        let text = words(&text, &[("BIGINT", "INTEGER"), ("BYTES", "BLOB")]);
        text.replace("\n);", "\n) STRICT;")
    } else {
        words(&text, &[("BYTES", "BYTEA"), ("TEXT", "TEXT COLLATE \"C\"")])
    };
    let index = if sqlite { SQLITE_INDEX } else { POSTGRES_INDEX };
    text.replace(SEARCH_INDEX, &index.replace("{rows}", "search_row"))
}

/// How a migration asks for the index over analysed words.
const SEARCH_INDEX: &str = "CREATE SEARCH INDEX search_index ON search_row (words);";

/// The tokenizer parts at spaces and at nothing that the analyser gives out. With
/// secure-delete a word that no row has any more is gone from the file at once;
/// contentless_delete would leave it there until segments happen to be merged.
const SQLITE_INDEX: &str = "CREATE VIRTUAL TABLE search_index USING fts5(\
       words, content = 'search_row', content_rowid = 'id', tokenize = \"ascii tokenchars '_'\");
     INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 1);
     CREATE VIRTUAL TABLE search_vocabulary USING fts5vocab('search_index', 'row');";

/// Each token with its place, past PostgreSQL's own parser.
const POSTGRES_INDEX: &str = "CREATE FUNCTION search_vector(tokens text) RETURNS tsvector \
       LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS \
       $$ SELECT COALESCE(string_agg('''' || token || ''':' || place, ' '), '')::tsvector \
          FROM unnest(string_to_array(tokens, ' ')) WITH ORDINALITY AS t (token, place) WHERE token <> '' $$;
     ALTER TABLE {rows} ADD COLUMN vector tsvector GENERATED ALWAYS AS (search_vector(words)) STORED;
     CREATE INDEX search_row_vector ON {rows} USING gin (vector);";

/// PostgreSQL plans by the words: a plan for any words would read every row for a rare one.
pub(crate) fn before_search(conn: &Conn) -> Option<&'static str> {
    (!conn.is_sqlite()).then_some("SET LOCAL plan_cache_mode = force_custom_plan")
}

pub(crate) fn matching(conn: &Conn) -> &'static str {
    match conn.is_sqlite() {
        true => {
            "SELECT rowid FROM search_index WHERE search_index MATCH $1 AND rowid < $2 ORDER BY rowid DESC LIMIT $3"
        }
        false => {
            "SELECT id FROM search_row WHERE vector @@ CAST($1 AS tsquery) AND id < $2 ORDER BY id DESC LIMIT $3"
        }
    }
}

/// The same question in the engine's own words.
pub(crate) fn question(conn: &Conn, needle: &Needle) -> String {
    let sqlite = conn.is_sqlite();
    let (and, or, not) = match sqlite {
        true => (" AND ", " OR ", " NOT "),
        false => (" & ", " | ", " & !"),
    };
    let phrase = |phrase: &Phrase| match sqlite {
        true => format!("\"{}\"", phrase.join(" ")),
        false => format!("('{}')", phrase.join("' <-> '")),
    };
    let one_of = needle.one_of.iter().map(|group| {
        let group: Vec<String> = group.iter().map(phrase).collect();
        format!("({})", group.join(or))
    });
    let all: Vec<String> = needle.all.iter().map(phrase).chain(one_of).collect();
    let none = needle
        .none
        .iter()
        .map(|its| format!("{not}{}", phrase(its)));
    format!("({}){}", all.join(and), none.collect::<String>())
}

pub(crate) fn index_words(conn: &Conn) -> Option<&'static str> {
    conn.is_sqlite()
        .then_some("INSERT INTO search_index (rowid, words) VALUES ($1, $2)")
}

pub(crate) fn forget_words(conn: &Conn) -> Option<&'static str> {
    conn.is_sqlite().then_some(
        "INSERT INTO search_index (search_index, rowid, words) VALUES ('delete', $1, $2)",
    )
}

pub(crate) fn empty_index(conn: &Conn) -> Option<&'static str> {
    conn.is_sqlite()
        .then_some("INSERT INTO search_index (search_index) VALUES ('delete-all')")
}

pub(crate) fn fill_index(conn: &Conn) -> Option<&'static str> {
    conn.is_sqlite()
        .then_some("INSERT INTO search_index (search_index) VALUES ('rebuild')")
}

/// A rebuild on trial keeps no index: the one there is is compared with the rows beside
/// it, and most of the time would go into words that nobody looks for.
pub(crate) const SQLITE_NO_INDEX: &str = "DROP TABLE search_vocabulary; DROP TABLE search_index;
     CREATE VIEW search_index AS SELECT 0 AS rowid, '' AS search_index, '' AS words;
     CREATE TRIGGER search_index_unkept INSTEAD OF INSERT ON search_index BEGIN SELECT 1; END;";
/// A fixed part of the memory for a copy that goes as it came.
pub(crate) const SQLITE_ON_TRIAL: &str = "PRAGMA cache_size = -64000; PRAGMA secure_delete = OFF;";

/// Every word of the index, in how many rows and how often.
pub(crate) fn vocabulary(conn: &Conn) -> Option<&'static str> {
    conn.is_sqlite()
        .then_some("SELECT term, doc, cnt FROM search_vocabulary")
}

/// Replaces whole words only.
fn words(text: &str, pairs: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len());
    for piece in text.split_inclusive(|c: char| !c.is_ascii_alphanumeric() && c != '_') {
        let word = piece.trim_end_matches(|c: char| !c.is_ascii_alphanumeric() && c != '_');
        let rest = piece.get(word.len()..).unwrap_or_default();
        let found = pairs.iter().find(|(from, _)| *from == word);
        out.push_str(found.map_or(word, |(_, to)| to));
        out.push_str(rest);
    }
    out
}

pub(crate) fn table_exists(conn: &Conn) -> &'static str {
    match conn.is_sqlite() {
        true => "SELECT name FROM sqlite_schema WHERE type = 'table' AND name = $1",
        false => {
            "SELECT table_name::text FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = $1"
        }
    }
}

pub(crate) fn tables(conn: &Conn) -> &'static str {
    match conn.is_sqlite() {
        true => {
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name LIMIT 10000"
        }
        false => {
            "SELECT table_name::text COLLATE \"C\" FROM information_schema.tables \
             WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY 1 LIMIT 10000"
        }
    }
}

/// The columns of a table in order, and whether each is part of the primary key.
pub(crate) fn columns(conn: &Conn) -> &'static str {
    match conn.is_sqlite() {
        true => "SELECT name, type, pk FROM pragma_table_info($1) ORDER BY cid LIMIT 1000",
        false => {
            "SELECT c.column_name::text, c.data_type::text, COALESCE((SELECT k.ordinal_position FROM information_schema.key_column_usage k \
             JOIN information_schema.table_constraints t ON t.constraint_name = k.constraint_name AND t.table_schema = k.table_schema \
             WHERE t.constraint_type = 'PRIMARY KEY' AND k.table_schema = c.table_schema AND k.table_name = c.table_name \
             AND k.column_name = c.column_name), 0)::bigint \
             FROM information_schema.columns c \
             WHERE c.table_schema = current_schema() AND c.table_name = $1 AND c.is_generated = 'NEVER' \
             ORDER BY c.ordinal_position LIMIT 1000"
        }
    }
}

/// Every row of a long answer. SQLite hands them out one by one; PostgreSQL's
/// driver would hold them all, so there a cursor does.
pub(crate) fn each_of_many(
    conn: &mut Conn,
    query: &Sql,
    on: &mut dyn FnMut(&Row) -> Result<(), Error>,
) -> Result<(), Error> {
    if conn.is_sqlite() {
        return conn.each(query, &mut |row| on(row).map(|()| More::Yes));
    }
    // A name of its own for each: a prepared FETCH remembers the columns.
    let name = format!("long_{}", CURSORS.fetch_add(1, Ordering::Relaxed));
    conn.script(&format!(
        "DECLARE {name} NO SCROLL CURSOR FOR {}",
        query.text()
    ))?;
    let fetch = Sql::from_schema(format!("FETCH 500 FROM {name}"));
    let mut more = true;
    while more {
        more = false;
        conn.each(&fetch, &mut |row| {
            more = true;
            on(row).map(|()| More::Yes)
        })?;
    }
    conn.script(&format!("CLOSE {name}"))
}

static CURSORS: AtomicU64 = AtomicU64::new(0);

pub(crate) fn integer(row: &postgres::Row, place: usize) -> Result<Option<i64>, Error> {
    let column = row.columns().get(place).ok_or_else(|| other(place))?;
    match *column.type_() {
        Type::INT4 => row
            .try_get::<_, Option<i32>>(place)
            .map(|n| n.map(i64::from)),
        Type::INT2 => row
            .try_get::<_, Option<i16>>(place)
            .map(|n| n.map(i64::from)),
        _ => row.try_get(place),
    }
    .map_err(|_| other(place))
}

pub(crate) fn value(row: &postgres::Row, place: usize) -> Result<Value, Error> {
    let column = row.columns().get(place).ok_or_else(|| other(place))?;
    let nothing = Value::NullText;
    match *column.type_() {
        Type::INT8 | Type::INT4 | Type::INT2 => {
            Ok(integer(row, place)?.map_or(nothing, Value::Int))
        }
        Type::BYTEA => row
            .try_get::<_, Option<Vec<u8>>>(place)
            .map(|b| b.map_or(nothing, Value::Bytes))
            .map_err(|_| other(place)),
        _ => row
            .try_get::<_, Option<String>>(place)
            .map(|t| t.map_or(nothing, Value::Text))
            .map_err(|_| other(place)),
    }
}
