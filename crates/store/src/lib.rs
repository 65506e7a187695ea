//! The store: SQLite inside the binary or PostgreSQL beside it, one journal, one
//! writer. `Db::read` looks at one moment, `Db::write` runs one closure in the
//! writer's transaction, `Tx::record` brings a fact into the world.

mod backup;
mod behind;
mod compartment;
mod conn;
mod db;
mod dialect;
mod error;
pub mod export;
mod files;
pub mod job;
mod journal;
pub mod keys;
mod memo;
pub mod migrate;
pub mod note;
mod pool;
mod proof;
mod random;
mod read;
mod rebuild;
mod residue;
mod rights;
mod row;
mod sealing;
mod search;
mod settling;
mod sql;
mod tx;
mod value;
mod verify;
mod writer;

pub use backup::{BackupNote, Restore, Restored, backup, read_note, restore, restore_with};
pub use behind::stand_back;
pub use compartment::{Blind, Field, Rotated, is_moving_in, rotate, rotation_is_due};
pub use conn::Location;
#[cfg(debug_assertions)]
pub use conn::asked::statements_asked;
pub use db::Db;
pub use error::Error;
pub use job::{Job, NewJob};
pub use journal::erase::ERASED;
pub use keys::{Keys, RootKey, SecondCopy};
pub use memo::Memo;
pub use proof::{Proof, check_proof, continues, holds, proof};
pub use read::{Head, Look, Read, Reader};
pub use rebuild::{Difference, rebuild, rebuild_check};
pub use redress_kernel::journal::leaf::file_commitment;
pub use residue::{Step, Went, is_clear};
pub use rights::rights_too_many;
pub use row::Row;
pub use sealing::is_sealed;
pub use search::{Needle, Phrase};
pub use settling::{Follow, Sums};
pub use sql::{Sql, parts, sql};
pub use tx::{Tx, Wiring};
pub use value::Value;
pub use verify::{BadEntry, Verified, verify, verify_watched};
