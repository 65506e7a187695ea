//! What a slice shows on the case page: lines of its panel and of "evidence on
//! file". Values, not HTML: the page draws them, the API returns them.

use crate::Complaint;
use redress_kernel::{Id, Instant, money::Money, words::Message};

/// A line of "evidence on file": a check that fills itself from the facts.
#[derive(Clone, Copy)]
pub struct Evidence {
    /// The sentence is `evidence-{key}`.
    pub key: &'static str,
    pub clause: &'static str,
    pub state: fn(&Complaint) -> Found,
}

/// None of these is a verdict of conformity: it says what is on file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    OnFile,
    Missing,
    /// Not called for in this case (no remedy promised, nobody complained about).
    NotNeeded,
}

impl Found {
    pub const fn when(there: bool) -> Found {
        if there { Found::OnFile } else { Found::Missing }
    }
}

/// A line of a panel: a label of the catalogue and a value.
#[derive(Debug, Clone)]
pub struct Row {
    /// Message key of the label.
    pub label: &'static str,
    pub value: Shown,
}

#[derive(Debug, Clone)]
pub enum Shown {
    /// What a person wrote; drawn with its own direction.
    Text(String),
    Said(Message),
    Moment(Instant),
    Day(jiff::civil::Date),
    Person(Id),
    Money(Money),
    /// A page of the house that tells more.
    Link {
        text: String,
        href: String,
    },
    List(Vec<Shown>),
}

impl Row {
    pub fn new(label: &'static str, value: Shown) -> Row {
        Row { label, value }
    }

    pub fn text(label: &'static str, text: &str) -> Row {
        Row {
            label,
            value: Shown::Text(text.to_owned()),
        }
    }

    /// The message `{prefix}-{code}`.
    pub fn code(label: &'static str, prefix: &str, code: &str) -> Row {
        Row {
            label,
            value: Shown::Said(Message::new(format!("{prefix}-{code}"))),
        }
    }
}
