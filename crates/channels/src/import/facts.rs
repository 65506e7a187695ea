//! What an import leaves in the journal about itself: which file came in how,
//! which entries are its own, how it ended, and that it was undone.

use redress_kernel::{Fact, Id};
use serde::{Deserialize, Serialize};

/// The import begins; its subject is the run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImportBegun {
    pub format: String,
    /// SHA-256 of the file, hexadecimal: the same file is known again.
    pub file: String,
    pub bytes: i64,
    #[serde(default)]
    pub dates: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ImportName {
    #[serde(default)]
    pub name: String,
}

impl Fact for ImportBegun {
    const KIND: &'static str = "import-begun";
    type Personal = ImportName;
}

/// Rows that came in with one commit: the journal entries `first..=last` are this
/// import's own. Whatever is recorded about these cases later is somebody's work.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RowsImported {
    pub first: i64,
    pub last: i64,
    pub imported: u64,
}

impl Fact for RowsImported {
    const KIND: &'static str = "import-rows";
    type Personal = ();
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ImportEnded {
    pub rows: u64,
    pub imported: u64,
    pub duplicates: u64,
    pub rejected: u64,
}

impl Fact for ImportEnded {
    const KIND: &'static str = "import-ended";
    type Personal = ();
}

/// Somebody undoes it; what follows happens in steps and survives a stop.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImportUndoBegun {}

impl Fact for ImportUndoBegun {
    const KIND: &'static str = "import-undo-begun";
    type Personal = ();
}

/// One step of undoing: the rows of one commit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RowsUndone {
    pub first: i64,
    pub annulled: u64,
    /// Cases that somebody had worked on: they stay.
    pub kept: Vec<Id>,
}

impl Fact for RowsUndone {
    const KIND: &'static str = "import-rows-undone";
    type Personal = ();
}

/// The rows of one commit that were taken back: what they say of people is to go.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RowsDisposed {
    pub first: i64,
    pub cases: u64,
    /// The erasures that were asked for.
    pub requests: Vec<Id>,
}

impl Fact for RowsDisposed {
    const KIND: &'static str = "import-rows-disposed";
    type Personal = ();
}

/// All of them are asked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImportDisposed {}

impl Fact for ImportDisposed {
    const KIND: &'static str = "import-disposed";
    type Personal = ();
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImportUndone {}

impl Fact for ImportUndone {
    const KIND: &'static str = "import-undone";
    type Personal = ();
}
