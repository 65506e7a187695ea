//! The address of a list: queue, filters, sorting and page live in the URL, so
//! that a list can be kept, sent to a colleague and opened again.

use crate::{
    case::Stage,
    facts::CHANNELS,
    figures::{Age, Behind},
    inbox::{Cursor, Filter, NOBODY, Queue, Sort},
    obligations::{Owing, What},
};
use jiff::civil::Date;
use redress_kernel::{Actor, Id, Lang, Role};
use redress_web::Visit;

/// Rows of one page of the list.
pub const PAGE: i64 = 25;
/// Rows beside an open case.
pub const PAGE_BESIDE: i64 = 10;
pub const PRIORITIES: &[&str] = &["critical", "high", "medium", "low"];

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Wish {
    /// None: closed cases too (a search).
    pub queue: Option<Queue>,
    pub stage: Option<&'static str>,
    pub channel: Option<&'static str>,
    pub language: Option<Lang>,
    pub category: Option<String>,
    pub priority: Option<&'static str>,
    pub owner: Option<Id>,
    /// Some("none"): of no unit.
    pub unit: Option<String>,
    /// The cases behind a figure.
    pub figure: Option<Behind>,
    pub age: Option<Age>,
    /// Some(true): a date has passed; Some(false): none has.
    pub late: Option<bool>,
    /// What is owed, on which day it falls due, and whether it was begun.
    pub obligation: Option<What>,
    pub on: Option<Date>,
    pub begun: Option<bool>,
    pub sort: Sort,
    pub words: String,
    pub cursor: Option<Cursor>,
}

impl Wish {
    /// A value that is none is as if it were not there: an old link still opens a list.
    pub fn read(visit: &Visit, actor: &Actor) -> Wish {
        Wish::asked(|name| visit.query(name), actor)
    }

    /// The list behind a query string that was kept.
    pub fn of(query: &str, actor: &Actor) -> Wish {
        let pairs: Vec<(String, String)> = serde_html_form::from_str(query).unwrap_or_default();
        let first = |name: &str| {
            let found = pairs.iter().find(|(its, _)| its == name);
            found.map(|(_, value)| value.as_str())
        };
        Wish::asked(first, actor)
    }

    fn asked<'a>(query: impl Fn(&str) -> Option<&'a str>, actor: &Actor) -> Wish {
        let given = |name: &str| query(name).filter(|value| !value.is_empty());
        let words: String = given("q")
            .unwrap_or_default()
            .trim()
            .chars()
            .take(200)
            .collect();
        let queue = given("queue").and_then(Queue::from_name);
        let figure = given("figure").and_then(Behind::read);
        let age = given("age").and_then(Age::named);
        let obligation = given("obligation").and_then(What::named);
        let unit = given("unit").filter(|id| *id == "none" || id.parse::<Id>().is_ok());
        // What stands behind a figure is closed in part, and is found by its receipt.
        let usual = if words.is_empty() && figure.is_none() {
            Some(usual(actor))
        } else {
            None
        };
        let usual = match obligation {
            Some(_) => Some(Queue::All),
            None => usual,
        };
        let stage = given("stage").and_then(Stage::from_name).map(Stage::name);
        // A queue holds what is open: asking for closed ones means outside of all queues.
        let closed = stage == Some(Stage::Closed.name());
        let listed = queue.or(usual).filter(|_| !closed);
        Wish {
            queue: listed,
            stage,
            channel: given("channel").and_then(|code| one_of(CHANNELS, code)),
            language: given("language").and_then(Lang::from_tag),
            category: given("category")
                .filter(|code| is_code(code))
                .map(str::to_owned),
            priority: given("priority").and_then(|code| one_of(PRIORITIES, code)),
            owner: given("owner").and_then(|id| match id {
                "none" => Some(NOBODY),
                id => id.parse().ok(),
            }),
            unit: unit.map(str::to_owned),
            figure,
            age,
            late: match given("due") {
                Some("late") => Some(true),
                Some("ahead") => Some(false),
                _ => None,
            },
            obligation,
            on: given("on")
                .and_then(|day| day.parse().ok())
                .filter(|_| obligation.is_some()),
            begun: match given("begun").filter(|_| obligation.is_some()) {
                Some("yes") => Some(true),
                Some("no") => Some(false),
                _ => None,
            },
            sort: if given("sort") == Some("received") || figure.is_some() || age.is_some() {
                Sort::Received
            } else if listed == Some(Queue::Significant) && words.is_empty() {
                Sort::Significant
            } else {
                Sort::Due
            },
            cursor: given("cursor").and_then(Cursor::read),
            words,
        }
    }

    /// The list that an address or a form names, as a query string; empty when it names none.
    pub fn carried(visit: &Visit, actor: &Actor) -> String {
        const NAMES: [&str; 17] = [
            "queue",
            "stage",
            "channel",
            "language",
            "category",
            "priority",
            "owner",
            "sort",
            "q",
            "cursor",
            "figure",
            "age",
            "due",
            "unit",
            "obligation",
            "on",
            "begun",
        ];
        let named = visit
            .queries()
            .iter()
            .any(|(name, _)| NAMES.contains(&name.as_str()));
        match named {
            true => Wish::read(visit, actor).query(),
            false => String::new(),
        }
    }

    pub fn filter(&self, limit: i64) -> Filter {
        let text = |code: Option<&'static str>| code.map(str::to_owned);
        Filter {
            queue: self.queue,
            stage: text(self.stage),
            owner: self.owner,
            channel: text(self.channel),
            language: self.language.map(|lang| lang.tag().to_owned()),
            category: self.category.clone(),
            priority: text(self.priority),
            unit: self.unit.clone(),
            figure: self.figure,
            age: self.age,
            late: self.late,
            owing: self.obligation.map(|what| Owing {
                what,
                on: self.on,
                begun: self.begun,
                within: None,
            }),
            sort: self.sort,
            after: self.cursor.clone(),
            limit,
            ..Filter::default()
        }
    }

    /// The filters in use: parameter, message key of its label prefix, code.
    pub fn filters(&self) -> Vec<(&'static str, &'static str, String)> {
        let text = |code: Option<&'static str>| code.map(str::to_owned);
        [
            ("figure", "", self.figure.map(|figure| figure.to_string())),
            ("age", "age", text(self.age.map(|age| age.code))),
            (
                "due",
                "figures-due",
                self.late
                    .map(|late| if late { "late" } else { "ahead" }.to_owned()),
            ),
            (
                "obligation",
                "",
                self.obligation.map(|what| what.code().into_owned()),
            ),
            ("on", "", self.on.map(|day| day.to_string())),
            (
                "begun",
                "deadlines-begun",
                self.begun
                    .map(|begun| if begun { "yes" } else { "no" }.to_owned()),
            ),
            ("unit", "", self.unit.clone()),
            ("stage", "stage", text(self.stage)),
            ("channel", "channel", text(self.channel)),
            (
                "language",
                "",
                self.language.map(|lang| lang.tag().to_owned()),
            ),
            ("category", "problem", self.category.clone()),
            ("priority", "priority", text(self.priority)),
            ("owner", "", self.owner.map(owner_code)),
        ]
        .into_iter()
        .filter_map(|(name, prefix, code)| code.map(|code| (name, prefix, code)))
        .collect()
    }

    pub fn is_filtered(&self) -> bool {
        !self.filters().is_empty() || !self.words.is_empty()
    }

    /// The query string of this list, beginning with its queue.
    pub fn query(&self) -> String {
        self.query_without("")
    }

    pub fn query_without(&self, left_out: &str) -> String {
        let queue = self.queue.map(|queue| ("queue", queue.name().to_owned()));
        let words = Some(("q", self.words.clone())).filter(|(_, words)| !words.is_empty());
        let sort = Some(("sort", "received".to_owned())).filter(|_| self.sort == Sort::Received);
        let cursor = self
            .cursor
            .as_ref()
            .map(|cursor| ("cursor", cursor.write()));
        let filters = self
            .filters()
            .into_iter()
            .map(|(name, _, code)| (name, code));
        let pairs: Vec<(&str, String)> = queue
            .into_iter()
            .chain(filters)
            .chain(words)
            .chain(sort)
            .chain(cursor)
            .filter(|(name, _)| *name != left_out)
            .collect();
        serde_html_form::to_string(pairs).unwrap_or_default()
    }

    /// The first page of the same list, changed.
    pub fn with(&self, change: impl FnOnce(&mut Wish)) -> Wish {
        let mut wish = Wish {
            cursor: None,
            ..self.clone()
        };
        change(&mut wish);
        wish
    }

    pub fn href(&self) -> String {
        format!("/desk?{}", self.query())
    }
}

fn owner_code(owner: Id) -> String {
    match owner == NOBODY {
        true => "none".to_owned(),
        false => owner.to_string(),
    }
}

/// What somebody of this role looks at first.
fn usual(actor: &Actor) -> Queue {
    match actor.role {
        Role::Handler => Queue::Mine,
        Role::Intake => Queue::Unassigned,
        Role::TopManagement => Queue::Significant,
        _ => Queue::All,
    }
}

fn one_of(all: &'static [&'static str], code: &str) -> Option<&'static str> {
    all.iter().find(|its| **its == code).copied()
}

/// Looks like a category: the organisation has its own, so the list is not closed here.
fn is_code(code: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
    code.len() <= 40 && code.chars().all(plain)
}
