//! Bringing in complaints from files of other systems (8.1). Every row becomes a
//! complaint, is a duplicate of one that is here, or stands in the rejects with
//! line and reason. History comes in as facts with the dates that the file claims.
//! A whole import can be undone, and then the same file can come in again; what the
//! undone cases say of people is erased after a week.
//! Evidence: which file came in when, by whom, which entries are its own, what
//! was undone, which cases stayed because somebody had worked on them, and which
//! erasures follow.

pub mod columns;
pub mod dates;
mod disposal;
pub mod facts;
mod pages;
pub mod plan;
mod reading;
mod records;
mod rows;
mod run;
mod source;
pub mod survey;
pub mod table;
mod undo;
mod unpacked;
mod upload;
mod wizard;
mod workbook;

pub use plan::{Choices, Format, Plan, Unclear};
pub use reading::{Item, Why};
pub use records::{ImportRun, State, kept, run_of, runs};
pub use rows::row_is_here;
pub use run::{Batch, Counts, Reject, begin, dry_run, end, take};
pub use source::{Kind, Reading, Source, batch};
pub use undo::{NotUndone, undo, undo_step};
pub use wizard::own_address;

use facts::{
    ImportBegun, ImportDisposed, ImportEnded, ImportUndoBegun, ImportUndone, RowsDisposed,
    RowsImported, RowsUndone,
};
use redress_complaint::facts::{Annulled, ImportedHistory};
use redress_complaint::{
    Slice,
    menu::{Area, Place, Section},
};
use redress_kernel::Fact;
use redress_kernel::{Action, Instant};

pub const SLICE: Slice = Slice {
    tables: &[("import_run", "id"), ("import_kept", "import, complaint")],
    project: Some(records::project),
    pages: Some(pages::routes),
    places: &[Place::new(
        Area::Admin(Section::System),
        "/admin/import",
        "office-import",
        Action::Import,
    )],
    jobs: &[wizard::WORK, wizard::UNDOING],
    meanwhile: Some(disposal::meanwhile),
    facts: &[
        ImportBegun::KIND,
        RowsImported::KIND,
        ImportEnded::KIND,
        ImportUndoBegun::KIND,
        RowsUndone::KIND,
        ImportUndone::KIND,
        RowsDisposed::KIND,
        ImportDisposed::KIND,
        ImportedHistory::KIND,
        Annulled::KIND,
    ],
    ..Slice::new("channels.import", "8.1")
};

/// One row, ready to be received.
#[derive(Debug)]
pub struct Coming {
    pub arrival: redress_operation::receipt::Arrival,
    pub history: Vec<Past>,
    /// What came along; it becomes evidence when the row is taken in.
    pub files: Vec<Loose>,
}

/// A file that has neither identifier nor commitment yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loose {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// What the file says happened after receipt.
#[derive(Debug)]
pub enum Past {
    /// Handed on to the organisation complained about.
    Forwarded {
        at: Instant,
    },
    /// The company's public word, kept as the file has it.
    Said {
        at: Instant,
        text: String,
    },
    /// A word of the complainant ("message"), to them ("reply") or inside the house ("note").
    Comment {
        at: Instant,
        what: &'static str,
        text: String,
        author: String,
    },
    /// It waits for the complainant or a third party.
    Waiting {
        at: Instant,
        on: &'static str,
    },
    NotAccepted {
        at: Instant,
    },
    Closed {
        at: Instant,
        response: String,
    },
}

impl Past {
    pub fn at(&self) -> Instant {
        match self {
            Past::Forwarded { at }
            | Past::Said { at, .. }
            | Past::Comment { at, .. }
            | Past::Waiting { at, .. }
            | Past::NotAccepted { at }
            | Past::Closed { at, .. } => *at,
        }
    }
}

/// The rows of a text as this format reads them, for tests.
#[cfg(test)]
pub(crate) fn read_text(format: &str, text: &str) -> Vec<Result<Box<Coming>, Why>> {
    let organisation = redress_kernel::Organisation {
        time_zone: "UTC".to_owned(),
        ..redress_kernel::Organisation::default()
    };
    let format = Format::from_name(format).expect("a known format");
    let source = Source::bytes(text.as_bytes().to_vec()).expect("a source");
    let source = source.as_format(format);
    let plan = match source.kind {
        Kind::Tickets | Kind::Letters => Plan::of_tickets(format, &organisation, None),
        Kind::Table => {
            let survey = survey::survey(text.as_bytes()).expect("a survey");
            Plan::of_table(format, &survey, &Choices::default(), &organisation, None)
                .expect("a clear plan")
        }
    };
    let rows = source
        .read(&plan, redress_kernel::Id::SYSTEM)
        .expect("rows");
    rows.map(|item| item.row).collect()
}
