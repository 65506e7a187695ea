//! The page of one complaint in the ledger: what happened to it, entry by entry, and
//! what follows from that: what is owed, until when, and which rows have to stand for it.

mod owed;

use crate::{
    days::{Days, at_work},
    ledger::Line,
    limits::Limit,
};
use redress_kernel::Instant;
use serde_json::Value;
use std::collections::BTreeMap;

/// A date and whether somebody named it; the others were counted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Date {
    pub at: Instant,
    pub named: bool,
}

#[derive(Debug, Clone, Default)]
pub struct Letter {
    purpose: String,
    at: Instant,
    withdrawn: bool,
    next_update: Option<Instant>,
    response_due: Option<Instant>,
}

#[derive(Debug, Clone, Default)]
struct Decision {
    message: String,
    at: Instant,
    told_at: Option<Instant>,
    taken_back: bool,
}

#[derive(Debug, Clone, Default)]
struct Review {
    outcome: Option<String>,
    decided_at: Option<Instant>,
}

/// The page of one complaint.
#[derive(Debug, Clone, Default)]
pub struct Book {
    pub reference: String,
    pub received_at: Instant,
    pub due: BTreeMap<&'static str, Date>,
    pub acknowledged: Option<Instant>,
    pub assessed: Option<Instant>,
    informed: Option<Instant>,
    pub letters: BTreeMap<String, Letter>,
    decisions: Vec<Decision>,
    answers: Vec<(bool, Instant)>,
    reviews: Vec<Review>,
    referrals: i64,
    recourse_ended: bool,
    pub closed: Option<Instant>,
    reopened: Option<Instant>,
    pub annulled: bool,
    pub packs: Vec<Value>,
    pub happened: Vec<(String, Instant)>,
    /// What concerns one limit alone.
    pub of_one: Vec<OfOne>,
    /// Letters that say of a step, or of an extension: pack and limit.
    steps: BTreeMap<String, String>,
    notices: BTreeMap<String, (String, String)>,
    /// Top management owes its word by then.
    confirm_by: Option<Instant>,
    /// By number: until when, and whether it is still to be delivered.
    remedies: BTreeMap<i64, (String, bool)>,
    /// Of each review that is open.
    review_due: Option<Instant>,
    /// Complained about, by their identifiers.
    concerned: Vec<String>,
    pub reminded: Vec<Reminded>,
    /// What was owed at the last comparison.
    pub before: Vec<Owed>,
    /// Counted again after each entry about it.
    pub limits: Option<Vec<Limit>>,
}

/// Somebody was told of an end that comes or has passed.
#[derive(Debug, Clone, PartialEq)]
pub struct Reminded {
    pub what: String,
    pub number: i64,
    pub due: Instant,
    pub rung: String,
}

/// A fact of one limit of one pack.
#[derive(Debug, Clone)]
pub struct OfOne {
    pub pack: String,
    pub clock: String,
    pub kind: &'static str,
    pub at: Instant,
    pub amount: Option<u32>,
}

/// What is owed and not done.
#[derive(Debug, Clone, PartialEq)]
pub struct Owed {
    pub what: String,
    pub due: Instant,
}

pub fn instant(value: &Value) -> Option<Instant> {
    value.as_i64().map(Instant::from_micros)
}

pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

impl Book {
    pub fn happens(&mut self, kind: &str, at: Instant) {
        self.happened.push((kind.to_owned(), at));
    }

    fn last(&self, kind: &str) -> Option<Instant> {
        let all = self.happened.iter().filter(|(its, _)| its == kind);
        all.map(|(_, at)| *at).max()
    }

    /// A date in a fact is the one that counting by hand comes to.
    pub fn promises(&self, step: &str, counted: Instant, said: &Value, faults: &mut Vec<String>) {
        if let Some(said) = instant(said)
            && said != counted
        {
            let about = &self.reference;
            faults.push(format!(
                "{about}: {step} is {said} in the fact, {counted} by hand"
            ));
        }
    }

    /// Sets a date that the fact names, if it names one.
    fn counted(
        &mut self,
        step: &'static str,
        from: Instant,
        said: &Value,
        days: &Days,
        faults: &mut Vec<String>,
    ) {
        if said.is_null() {
            return;
        }
        let at = days.due(step, from);
        self.promises(step, at, said, faults);
        self.due.insert(step, Date { at, named: false });
    }

    pub fn enter(&mut self, line: &Line, days: &Days, faults: &mut Vec<String>) {
        let (at, record) = (line.at, &line.record);
        match line.kind.as_str() {
            "acknowledged" => {
                self.happens("acknowledged", at);
                if self.acknowledged.is_none() {
                    self.acknowledged = Some(at);
                    self.informed = Some(at);
                }
            }
            "assessed" => {
                self.happens("assessed", at);
                self.assessed = self.assessed.or(Some(at));
            }
            "call-logged" if record["informed"] == true => {
                self.happens("updated", at);
                self.informed = Some(at);
                self.counted("update", at, &record["next_update"], days, faults);
            }
            "queued" => self.queued(line, days, faults),
            "sent" => self.sent(line),
            "withdrawn-message" => self.withdrawn(&text(&record["message"])),
            "decided" => self.decisions.push(Decision {
                message: text(&record["message"]),
                at,
                ..Decision::default()
            }),
            "accepted" => {
                self.happens("accepted", at);
                self.happens("resolved", at);
                self.answers.push((true, at));
                self.counted(
                    "closure",
                    line.recorded_at,
                    &record["closure_due"],
                    days,
                    faults,
                );
            }
            "not-accepted" => {
                if record["review_wanted"] == true {
                    self.happens("escalated", at);
                }
                self.answers.push((false, at));
            }
            "review-opened" => {
                if self.last("escalated") <= self.last("decided") {
                    self.happens("escalated", at);
                }
                self.happens("escalation-acknowledged", at);
                self.reviews.push(Review::default());
                self.review_due = instant(&record["due_at"]);
                self.counted(
                    "response",
                    line.recorded_at,
                    &record["due_at"],
                    days,
                    faults,
                );
            }
            "review-decided" => {
                if let Some(open) = self.reviews.iter_mut().find(|it| it.outcome.is_none()) {
                    open.outcome = Some(text(&record["outcome"]));
                    open.decided_at = Some(at);
                }
            }
            "referred" => {
                self.happens("referred", at);
                self.referrals += 1;
            }
            "referral-decided" => {
                self.happens("referral-decided", at);
                self.referrals -= 1;
            }
            "recourse-ended" => self.recourse_ended = true,
            "withdrawn" => self.happens("withdrawn", at),
            "closed" => {
                self.happens("closed", at);
                self.closed = Some(at);
            }
            "reopened" => {
                self.happens("reopened", at);
                self.closed = None;
                self.recourse_ended = false;
                self.reopened = Some(at);
                self.due.remove("closure");
                let now = line.recorded_at;
                self.counted("response", now, &record["response_due"], days, faults);
                self.counted("update", now, &record["update_due"], days, faults);
            }
            "annulled" => self.annulled = true,
            "remedy-proposed" => {
                let number = record["number"].as_i64().expect("a number");
                self.remedies
                    .insert(number, (text(&record["due_on"]), true));
            }
            "remedy-cancelled" => self.promise(record, false),
            "remedy-delivered" => {
                self.happens("remedied", at);
                self.promise(record, false);
            }
            "remedy-verified" if record["right"] == false => self.promise(record, true),
            "person-concern-named" => self.concerned.push(text(&record["colleague"])),
            "person-concern-unnamed" => self.concerned.clear(),
            "reminded" => self.reminded(line, days, faults),
            "colleague-told" if self.is_about(&text(&record["person"])) => {
                let about = &self.reference;
                faults.push(format!("{about}: told to whoever is complained about"));
            }
            "extended" => self.extended(line),
            "limit-moved" => match text(&record["message"]).as_str() {
                "" => self.step(&text(&record["step"]), at),
                letter => {
                    self.steps.insert(letter.to_owned(), text(&record["step"]));
                }
            },
            "kinds-set" => {
                for pin in self
                    .packs
                    .iter_mut()
                    .filter(|it| it["pack"] == record["pack"])
                {
                    pin["kinds"] = record["kinds"].clone();
                }
            }
            "significance-found" => {
                let by = instant(&record["confirm_by"]).expect("a time");
                self.confirm_by = Some(self.confirm_by.map_or(by, |it| it.min(by)));
            }
            "significance-confirmed" | "significance-lifted" => self.confirm_by = None,
            _ => {}
        }
    }

    fn is_about(&self, person: &str) -> bool {
        self.concerned.iter().any(|its| its == person)
    }

    /// That it was sent to us takes the place of what its receipt stood for.
    fn step(&mut self, step: &str, at: Instant) {
        if step == "sent-to-company" {
            self.happened.retain(|(its, _)| its != step);
        }
        self.happens(step, at);
    }

    fn extended(&mut self, line: &Line) {
        let record = &line.record;
        let (pack, clock) = (text(&record["pack"]), text(&record["clock"]));
        if let Some(letter) = record["message"].as_str() {
            let of = (pack.clone(), clock.clone());
            self.notices.insert(letter.to_owned(), of);
        }
        self.of_one.push(OfOne {
            pack,
            clock,
            kind: "extended",
            at: line.at,
            amount: record["amount"]
                .as_u64()
                .and_then(|n| u32::try_from(n).ok()),
        });
    }

    /// The notice of an extension tells of one limit; any other letter about a delay of all.
    fn delayed(&mut self, message: &str, at: Instant) {
        self.happens("updated", at);
        let of = self.notices.get(message).cloned();
        for kind in ["holding-sent", "delay-notified"] {
            match &of {
                None => self.happens(kind, at),
                Some((pack, clock)) => self.of_one.push(OfOne {
                    pack: pack.clone(),
                    clock: clock.clone(),
                    kind,
                    at,
                    amount: None,
                }),
            }
        }
    }

    fn promise(&mut self, record: &Value, open: bool) {
        let number = record["number"].as_i64().unwrap_or_default();
        if let Some(remedy) = self.remedies.get_mut(&number) {
            remedy.1 = open;
        }
    }

    /// Once for each end and level, in office hours, and never to whoever it is about.
    fn reminded(&mut self, line: &Line, days: &Days, faults: &mut Vec<String>) {
        let record = &line.record;
        let told = Reminded {
            what: text(&record["obligation"]),
            number: record["number"].as_i64().unwrap_or_default(),
            due: instant(&record["due"]).unwrap_or_default(),
            rung: text(&record["rung"]),
        };
        let mut wrong = |what: &str| {
            faults.push(format!(
                "{}: {told:?} at {} {what}",
                self.reference, line.recorded_at
            ));
        };
        if told.rung != "warning" && self.reminded.contains(&told) {
            wrong("was told before");
        }
        if !at_work(line.recorded_at, days) {
            wrong("was told while the office was closed");
        }
        let to = record["to"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str);
        if to
            .into_iter()
            .any(|id| self.concerned.iter().any(|its| its == id))
        {
            wrong("was told to whoever is complained about");
        }
        self.reminded.push(told);
    }

    fn queued(&mut self, line: &Line, days: &Days, faults: &mut Vec<String>) {
        let record = &line.record;
        let next = instant(&record["next_update"]);
        if next.is_some() {
            let counted = days.due("update", line.recorded_at);
            self.promises("update", counted, &record["next_update"], faults);
        }
        let letter = Letter {
            purpose: text(&record["purpose"]),
            at: line.at,
            withdrawn: false,
            next_update: next,
            response_due: instant(&record["response_due"]),
        };
        self.letters.insert(text(&record["message"]), letter);
    }

    /// What a letter says counts from the moment at which it left.
    fn sent(&mut self, line: &Line) {
        let message = text(&line.record["message"]);
        let Some(letter) = self.letters.get(&message).cloned() else {
            return;
        };
        let at = line.at;
        if !letter.withdrawn {
            self.letter_left(&message, &letter, at);
        }
        for decision in self.decisions.iter_mut().filter(|it| it.message == message) {
            decision.told_at = Some(at);
        }
        self.informed = Some(at);
        if let Some(next) = letter.next_update {
            self.due.insert(
                "update",
                Date {
                    at: next,
                    named: false,
                },
            );
        }
        if let Some(response) = letter.response_due {
            self.due.insert(
                "response",
                Date {
                    at: response,
                    named: true,
                },
            );
        }
    }

    fn letter_left(&mut self, message: &str, letter: &Letter, at: Instant) {
        match letter.purpose.as_str() {
            "decision" => {
                self.happens("responded", at);
                self.happens("decided", at);
            }
            "delay" => self.delayed(message, at),
            "supplement" => {
                if let Some(step) = self.steps.get(message).cloned() {
                    self.step(&step, at);
                }
            }
            "update" => {
                self.happens("updated", at);
                let review = self.reviews.iter().rev().find(|it| it.decided_at.is_some());
                let told = review.is_some_and(|it| {
                    it.outcome.as_deref() == Some("confirmed")
                        && it.decided_at <= Some(letter.at)
                        && self.last("decided") < it.decided_at
                });
                if told {
                    self.happens("decided", at);
                }
            }
            _ => {}
        }
    }

    fn withdrawn(&mut self, message: &str) {
        if let Some(letter) = self.letters.get_mut(message) {
            letter.withdrawn = true;
        }
        for decision in self.decisions.iter_mut().filter(|it| it.message == message) {
            decision.taken_back = true;
        }
    }

    /// Another way of counting: what the complainant was told comes sooner and never later.
    pub fn recounted(&mut self, days: &Days) {
        if self.closed.is_some() || self.annulled {
            return;
        }
        let from = self.reopened.unwrap_or(self.received_at);
        if self.acknowledged.is_none() {
            self.set(
                "acknowledgement",
                days.due("acknowledgement", self.received_at),
            );
        }
        if self.assessed.is_none() {
            self.set("assessment", days.due("assessment", self.received_at));
        }
        self.sooner("response", days.due("response", from));
        let heard = self.informed.map_or(from, |heard| heard.max(from));
        self.sooner("update", days.due("update", heard));
        if let (true, Some((true, at))) = (self.due.contains_key("closure"), self.standing_answer())
        {
            self.set("closure", days.due("closure", at));
        }
    }

    fn set(&mut self, step: &'static str, at: Instant) {
        self.due.insert(step, Date { at, named: false });
    }

    fn sooner(&mut self, step: &'static str, new: Instant) {
        let old = self.due.get(step).map(|date| date.at);
        if old.is_some_and(|old| self.informed.is_some() && old <= new) {
            return;
        }
        if old.is_some() {
            self.set(step, new);
        }
    }
}
