//! What a slice has to say when somebody asks whether everything is well: one line for
//! each thing that can go wrong, as the health page and `redress doctor` show it.
//! Leaves no evidence: it tells of this moment.

use crate::Slice;
use redress_kernel::{
    Instant,
    words::{Arg, Message},
};
use redress_store::{Error, Reader};

/// The lines of a slice at this moment.
pub type Health = fn(&mut Reader, Instant) -> Result<Vec<Line>, Error>;

/// What the slices say themselves.
pub fn of_slices(reader: &mut Reader, slices: &[&Slice], now: Instant) -> Result<Vec<Line>, Error> {
    let mut lines = Vec::new();
    for health in slices.iter().filter_map(|slice| slice.health) {
        lines.extend(health(reader, now)?);
    }
    Ok(lines)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    Fail,
    Warn,
    Ok,
}

impl State {
    /// As `doctor --json` writes it.
    pub const fn name(self) -> &'static str {
        match self {
            State::Fail => "fail",
            State::Warn => "warn",
            State::Ok => "ok",
        }
    }

    /// As a page colours it.
    pub const fn class(self) -> &'static str {
        match self {
            State::Fail => "bad",
            State::Warn => "warn",
            State::Ok => "good",
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// `health-{name}` is its label.
    pub name: &'static str,
    pub state: State,
    pub finding: Message,
    pub remedy: Option<Message>,
}

impl Line {
    /// `key` is the finding; its remedy is `{key}-remedy`.
    pub fn new(name: &'static str, state: State, key: &str) -> Line {
        let remedy = (state != State::Ok).then(|| Message::new(format!("{key}-remedy")));
        Line {
            name,
            state,
            finding: Message::new(key),
            remedy,
        }
    }

    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Line {
        self.finding.args.push((name, value.into()));
        self
    }
}
