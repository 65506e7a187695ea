//! Exports of helpdesks as JSON: one ticket a line, or one document with a list.
//! A ticket becomes a complaint; its comments become messages, answers and notes.

use super::{
    Item, Why, freshdesk,
    generic::{end, language},
    markup, short, words, zendesk,
};
use crate::import::{
    Coming, Past, dates,
    plan::{Format, Plan},
};
use redress_complaint::facts::Person;
use redress_kernel::{Id, Instant};
use redress_operation::receipt::Arrival;
use serde_json::Value;
use std::{
    collections::HashMap,
    io::{self, BufRead, BufReader, Read},
};

/// What both systems know of a ticket.
#[derive(Debug, Default)]
pub(super) struct Ticket {
    pub id: String,
    pub created: String,
    pub ended: String,
    pub updated: String,
    pub subject: String,
    pub description: String,
    pub state: Option<words::State>,
    pub channel: &'static str,
    pub requester: Person,
    pub locale: String,
    pub product: String,
    pub comments: Vec<Comment>,
}

#[derive(Debug)]
pub(super) struct Comment {
    pub at: String,
    pub text: String,
    pub author: String,
    pub by: Voice,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Voice {
    Complainant,
    Staff,
    /// Internal: never shown to the complainant.
    Note,
}

/// People who are listed beside the tickets, by their number there.
pub(super) type People = HashMap<String, Value>;

pub struct Tickets<R: Read> {
    plan: Plan,
    run: Id,
    people: People,
    from: From<R>,
    line: u64,
    bytes: u64,
}

enum From<R: Read> {
    Lines(BufReader<R>),
    List(std::vec::IntoIter<Value>),
}

impl<R: Read> Tickets<R> {
    pub fn open(
        source: R,
        plan: Plan,
        run: Id,
    ) -> io::Result<Tickets<io::Chain<io::Cursor<String>, BufReader<R>>>> {
        let mut reader = BufReader::new(source);
        let mut first = String::new();
        while first.trim().is_empty() && reader.read_line(&mut first)? > 0 {}
        let one = serde_json::from_str::<Value>(first.trim_start_matches('\u{feff}'));
        let lines = one.as_ref().is_ok_and(|value| listed(value).is_none());
        let mut whole = io::Cursor::new(first).chain(reader);
        let (from, people) = if lines {
            (From::Lines(BufReader::new(whole)), People::new())
        } else {
            let mut text = String::new();
            whole.read_to_string(&mut text)?;
            let value: Value = serde_json::from_str(text.trim_start_matches('\u{feff}'))
                .map_err(|_| io::Error::new(io::ErrorKind::InvalidData, "the file is not JSON"))?;
            let people = people(&value);
            let list = listed(&value).cloned().unwrap_or_default();
            (From::List(list.into_iter()), people)
        };
        Ok(Tickets {
            plan,
            run,
            people,
            from,
            line: 0,
            bytes: 0,
        })
    }

    pub fn bytes(&self) -> u64 {
        self.bytes
    }
}

/// The list of tickets in a document, whatever stands round it.
fn listed(value: &Value) -> Option<&Vec<Value>> {
    let named = ["tickets", "results", "helpdesk_tickets"];
    value
        .as_array()
        .or_else(|| named.iter().find_map(|name| value.get(name)?.as_array()))
}

fn people(value: &Value) -> People {
    let lists =
        ["users", "contacts", "agents"].map(|name| value.get(name).and_then(Value::as_array));
    let all = lists.into_iter().flatten().flatten();
    all.map(|person| (text(person, "id"), person.clone()))
        .collect()
}

impl<R: Read> Iterator for Tickets<R> {
    type Item = Item;

    fn next(&mut self) -> Option<Item> {
        let (raw, value) = match &mut self.from {
            From::List(list) => {
                self.line += 1;
                let value = list.next()?;
                (String::new(), Ok(value))
            }
            From::Lines(lines) => loop {
                let mut text = String::new();
                let read = lines.read_line(&mut text);
                self.line += 1;
                match read {
                    Ok(0) => return None,
                    Ok(n) => self.bytes += n as u64,
                    Err(_) => break (String::new(), Err("not-utf-8")),
                }
                let text = text.trim().trim_start_matches('\u{feff}');
                if !text.is_empty() {
                    break (
                        text.to_owned(),
                        serde_json::from_str(text).map_err(|_| "not-json"),
                    );
                }
            },
        };
        let row = value.and_then(|value: Value| self.read(&value));
        let raw = if row.is_err() { raw } else { String::new() };
        Some(Item {
            line: self.line,
            row,
            raw,
        })
    }
}

impl<R: Read> Tickets<R> {
    fn read(&self, value: &Value) -> Result<Box<Coming>, Why> {
        let ticket = match self.plan.format {
            Format::Freshdesk => freshdesk::ticket(value),
            _ => zendesk::ticket(value, &self.people),
        }?;
        let mut coming = coming(ticket, &self.plan)?;
        coming.arrival.import = Some(self.run);
        coming.arrival.unit = self.plan.unit;
        Ok(Box::new(coming))
    }
}

fn coming(ticket: Ticket, plan: &Plan) -> Result<Coming, Why> {
    if ticket.id.is_empty() {
        return Err("id-missing");
    }
    if ticket.state == Some(words::State::Gone) {
        return Err("deleted-there");
    }
    let when = |text: &str| dates::instant(text, dates::Order::Ymd, &plan.zone);
    let received_at = when(&ticket.created).ok_or("date-received-unreadable")?;
    let mut description = match ticket.description.as_str() {
        "" => ticket.subject.clone(),
        said => said.to_owned(),
    };
    if description.is_empty() {
        return Err("nothing-said");
    }
    let system = plan.format.name();
    let arrival = Arrival {
        channel: ticket.channel.to_owned(),
        language: language(&ticket.locale).unwrap_or(plan.language),
        anonymous: ticket.requester.is_empty(),
        received_at: Some(received_at),
        late_reason: system.to_uppercase(),
        subject: short(&ticket.subject, &mut description),
        product: short(&ticket.product, &mut description),
        description,
        complainant: ticket.requester,
        external_id: Some(format!("{system}:{}", ticket.id)),
        ..Arrival::default()
    };
    let mut history = Vec::new();
    let mut last = received_at;
    for comment in ticket.comments {
        // A comment without a date stands where it stood in the list.
        let at = when(&comment.at).unwrap_or(last).max(received_at);
        last = last.max(at);
        history.push(Past::Comment {
            at,
            what: match comment.by {
                Voice::Complainant => "message",
                Voice::Staff => "reply",
                Voice::Note => "note",
            },
            text: comment.text,
            author: comment.author,
        });
    }
    history.sort_by_key(Past::at);
    let ended: Option<Instant> = when(&ticket.ended).or_else(|| when(&ticket.updated));
    history.extend(end(
        ticket.state,
        false,
        ended.unwrap_or(last).max(last),
        "",
    ));
    Ok(Coming {
        arrival,
        history,
        files: Vec::new(),
    })
}

/// A value as text: numbers and texts alike, null as nothing.
pub(super) fn text(value: &Value, name: &str) -> String {
    match value.get(name) {
        Some(Value::String(text)) => text.trim().to_owned(),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Bool(yes)) => yes.to_string(),
        _ => String::new(),
    }
}

/// The first of these that holds something; the later ones may hold markup.
pub(super) fn said(value: &Value, plain: &[&str], marked: &[&str]) -> String {
    let found = plain
        .iter()
        .map(|name| text(value, name))
        .find(|text| !text.is_empty());
    found.unwrap_or_else(|| {
        let marked = marked
            .iter()
            .map(|name| text(value, name))
            .find(|text| !text.is_empty());
        marked.map(|html| markup::text(&html)).unwrap_or_default()
    })
}

/// A list under any of these names.
pub(super) fn list<'v>(value: &'v Value, names: &[&str]) -> &'v [Value] {
    let found = names.iter().find_map(|name| value.get(name)?.as_array());
    found.map_or(&[], Vec::as_slice)
}
