//! What programs read and change besides cases: people, units, lists, settings, texts,
//! the records of the management system. A slice declares its calls as values; the
//! route, the permit, reading the body, `ETag` and `If-Match`, `Idempotency-Key`,
//! pages with a cursor, problems beside their members and the description of the API
//! all follow from the declaration. What a call decides is what the page decides, by
//! the same function. Leaves no evidence of its own: what was decided is the fact.

mod answer;
mod ask;
mod body;
mod list;
mod records;
mod serve;

pub use ask::{Ask, objects};
pub use body::{As, Taken};
pub use list::PARAMETERS;
pub use serve::served;

use crate::{Slice, chapter, routes::Permit};
use axum::{http::Method, routing::MethodFilter};
use redress_kernel::{Refusal, fields::Fields};
use redress_store::{Error, Look, Tx};
use serde_json::{Map, Value};

pub const SLICE: Slice = Slice::new("complaint.calls", "");

/// A call as its slice declares it.
pub struct Call {
    /// At most one part of it is a name: `/api/v1/units/{unit}`.
    pub path: &'static str,
    pub permit: Permit,
    /// For the description of the API.
    pub summary: &'static str,
    pub does: Does,
    /// The members of its body.
    pub takes: fn() -> Vec<Taken>,
    /// The members of its answer, or of an item of it.
    pub answers: fn() -> Vec<Told>,
    /// It is about a list: `answers` are the members of an item.
    pub list: bool,
    /// Parameters of its address besides those of a list: a name and what it says.
    pub asks: &'static [(&'static str, &'static str)],
}

/// A thing as it is now, or a list of things (whole: it is paged here). None: not there,
/// or not for this caller's eyes.
pub type Shown = fn(&mut Look, &Ask) -> Result<Option<Value>, Error>;
/// Decides and records, inside the writer's transaction.
pub type Write = fn(&mut Tx, &Ask) -> Result<Done, Fault>;

#[derive(Clone, Copy)]
pub enum Does {
    /// `GET`
    Show(Shown),
    /// `POST` that makes something new; 201.
    Make(Write, Shown),
    /// `POST` that does something to what is there.
    Act(Write, Shown),
    /// `PATCH`: members that are left out stay as they are.
    Change(Write, Shown),
    /// `PUT`: the whole.
    Replace(Write, Shown),
    /// `DELETE`; 204.
    Remove(Write, Shown),
}

impl Does {
    pub fn method(self) -> (Method, MethodFilter) {
        match self {
            Does::Show(_) => (Method::GET, MethodFilter::GET),
            Does::Make(..) | Does::Act(..) => (Method::POST, MethodFilter::POST),
            Does::Change(..) => (Method::PATCH, MethodFilter::PATCH),
            Does::Replace(..) => (Method::PUT, MethodFilter::PUT),
            Does::Remove(..) => (Method::DELETE, MethodFilter::DELETE),
        }
    }
}

/// A member of an answer.
#[derive(Debug, Clone, Copy)]
pub struct Told {
    pub name: &'static str,
    pub shape: Shape,
    /// False: only some callers are told, or it is not always there.
    pub always: bool,
}

impl Told {
    pub const fn new(name: &'static str, shape: Shape) -> Told {
        Told {
            name,
            shape,
            always: true,
        }
    }

    pub const fn sometimes(mut self) -> Told {
        self.always = false;
        self
    }
}

#[derive(Debug, Clone, Copy)]
pub enum Shape {
    Id,
    Text,
    Yes,
    Number,
    Time,
    Date,
    Texts,
    /// Any object.
    Object,
    Objects,
    Any,
    /// One of these, or null.
    IdOrNone,
    TextOrNone,
    YesOrNone,
    NumberOrNone,
    TimeOrNone,
    TextsOrNone,
}

/// The members of both objects in one.
pub fn joined(one: Value, more: Value) -> Value {
    match (one, more) {
        (Value::Object(mut members), Value::Object(more)) => {
            members.extend(more);
            Value::Object(members)
        }
        (one, _) => one,
    }
}

/// Nothing is taken, or nothing told.
pub fn nothing<T>() -> Vec<T> {
    Vec::new()
}

impl Call {
    pub const fn show(path: &'static str, permit: Permit, shown: Shown) -> Call {
        Call {
            path,
            permit,
            summary: "",
            does: Does::Show(shown),
            takes: nothing,
            answers: nothing,
            list: false,
            asks: &[],
        }
    }

    pub const fn does(path: &'static str, permit: Permit, does: Does) -> Call {
        Call {
            path,
            permit,
            summary: "",
            does,
            takes: nothing,
            answers: nothing,
            list: false,
            asks: &[],
        }
    }

    pub const fn says(mut self, summary: &'static str) -> Call {
        self.summary = summary;
        self
    }

    pub const fn takes(mut self, takes: fn() -> Vec<Taken>) -> Call {
        self.takes = takes;
        self
    }

    pub const fn answers(mut self, answers: fn() -> Vec<Told>) -> Call {
        self.answers = answers;
        self
    }

    pub const fn asks(mut self, asks: &'static [(&'static str, &'static str)]) -> Call {
        self.asks = asks;
        self
    }

    pub const fn of_a_list(mut self) -> Call {
        self.list = true;
        self
    }
}

/// Why a call was not carried out.
#[derive(Debug)]
pub enum Fault {
    /// Not there, or not for this caller's eyes.
    Hidden,
    Refused(Refusal),
    /// With a problem beside each wrong field.
    Wrong(Fields),
    /// Somebody changed it since; the version that it has now.
    Stale(String),
    Store(Error),
}

impl From<Error> for Fault {
    fn from(error: Error) -> Fault {
        Fault::Store(error)
    }
}

impl From<Refusal> for Fault {
    fn from(refusal: Refusal) -> Fault {
        Fault::Refused(refusal)
    }
}

impl From<chapter::Fault> for Fault {
    fn from(fault: chapter::Fault) -> Fault {
        match fault {
            chapter::Fault::Hidden => Fault::Hidden,
            chapter::Fault::Refused(refusal) => Fault::Refused(refusal),
            chapter::Fault::Store(error) => Fault::Store(error),
        }
    }
}

/// What is done once the commit is durable, on a thread that may wait; its members are
/// added to the answer.
pub type After = Box<dyn FnOnce() -> Map<String, Value> + Send>;

/// How a write went.
#[derive(Default)]
pub struct Done {
    /// The name of what was made.
    made: Option<String>,
    /// Members of this answer alone.
    more: Map<String, Value>,
    after: Option<After>,
}

impl Done {
    /// The thing in the address, which is there already.
    pub fn same() -> Done {
        Done::default()
    }

    pub fn made(name: impl ToString) -> Done {
        Done {
            made: Some(name.to_string()),
            ..Done::default()
        }
    }

    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Done {
        self.more.insert(name.to_owned(), value.into());
        self
    }

    pub fn then(mut self, after: After) -> Done {
        self.after = Some(after);
        self
    }
}
