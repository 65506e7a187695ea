//! A refusal is an answer, not a crash: it names what stands in the way and
//! tells how to go on, in the reader's language.

use crate::words::Arg;

/// `code` is stable for programs (`urn:redress:problem:{code}` in the API) and is the
/// message key `refusal-{code}` in the catalogue.
#[derive(Debug, Clone, PartialEq)]
pub struct Refusal {
    pub code: &'static str,
    pub args: Vec<(&'static str, Arg)>,
    /// The field beside which the sentence belongs, if one is to blame.
    pub field: Option<&'static str>,
}

impl Refusal {
    pub const fn new(code: &'static str) -> Refusal {
        Refusal {
            code,
            args: Vec::new(),
            field: None,
        }
    }

    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Refusal {
        self.args.push((name, value.into()));
        self
    }

    pub fn at(mut self, field: &'static str) -> Refusal {
        self.field = Some(field);
        self
    }
}
