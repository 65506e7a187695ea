//! Why something was not done: the answer to a person, or our own fault.

use redress_complaint::{calls, chapter, door::our_fault};
use redress_kernel::{
    Refusal,
    fields::{Fields, Problem},
};
use redress_store::Error;
use redress_web::Trouble;
use std::fmt;

#[derive(Debug)]
pub enum Fault {
    Refused(Refusal),
    Store(Error),
}

impl From<Refusal> for Fault {
    fn from(refusal: Refusal) -> Fault {
        Fault::Refused(refusal)
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Fault {
        Fault::Store(error)
    }
}

impl From<Fault> for Trouble {
    fn from(fault: Fault) -> Trouble {
        match fault {
            Fault::Refused(refusal) => Trouble::Refused(refusal),
            Fault::Store(error) => our_fault(&error),
        }
    }
}

/// On the way to a program.
impl From<Fault> for calls::Fault {
    fn from(fault: Fault) -> calls::Fault {
        match fault {
            Fault::Refused(refusal) => calls::Fault::Refused(refusal),
            Fault::Store(error) => calls::Fault::Store(error),
        }
    }
}

/// On the way to the queue of a second pair of eyes.
impl From<Fault> for chapter::Fault {
    fn from(fault: Fault) -> chapter::Fault {
        match fault {
            Fault::Refused(refusal) => chapter::Fault::Refused(refusal),
            Fault::Store(error) => chapter::Fault::Store(error),
        }
    }
}

/// For the command line, which has no catalogue at hand.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Refused(refusal) => write!(f, "refused: {}", refusal.code),
            Fault::Store(error) => fmt::Display::fmt(error, f),
        }
    }
}

impl std::error::Error for Fault {}

/// A fault of the store on the way to a page; also tells a closure's error type.
pub fn ours(error: Error) -> Trouble {
    our_fault(&error)
}

/// Puts a refusal beside the field that is to blame, as a form shows it.
pub fn beside(fields: &mut Fields, refusal: Refusal) {
    let problem = Problem::from(refusal);
    fields.problem(&problem.field, problem.message);
}
