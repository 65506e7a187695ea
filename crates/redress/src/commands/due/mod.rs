//! `redress due`: when is this due, and why that day? Counted from what is typed
//! alone, so that anybody can check the engine without an installation.

mod words;

use super::{Failure, say};
use crate::cli::{Due as Asked, Place};
use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
use redress_kernel::{
    Instant, Lang,
    calendar::{Calendar, Listed},
    clock::{Due, FactKind, Fault, Happened, KINDS, Standing, due_among},
};
use redress_packs::{
    calendars,
    pack::{Clock, Confidence, FILES, NoCalendar, Pack, Version, pack},
};
use serde_json::{Value, json};
use std::process::ExitCode;

pub fn due(place: &Place, asked: &Asked) -> Result<ExitCode, Failure> {
    let pack = named(&asked.pack)?;
    let calendar = pack
        .calendar(asked.calendar.as_deref())
        .map_err(|no| no_calendar(pack, no))?;
    let facts = story(asked, &calendar)?;
    let received = facts.first().map_or(Instant::default(), |fact| fact.at);
    let version = pack
        .at(received, &calendar)
        .ok_or_else(|| not_in_force(pack))?;
    let clock = version
        .clock(&asked.clock)
        .ok_or_else(|| no_clock(version, asked))?;
    let due = due_among(&version.clocks, &clock.id, &facts, &calendar)
        .map_err(|fault| no_date(clock, &fault))?;
    let answer = Answer {
        pack,
        version,
        clock,
        calendar: &calendar,
        due: &due,
    };
    say(place.json, &answer.json(), &answer.lines().join("\n"));
    Ok(ExitCode::SUCCESS)
}

fn named(id: &str) -> Result<&'static Pack, Failure> {
    pack(id).ok_or_else(|| {
        let all: Vec<&str> = FILES.iter().map(|(id, _)| *id).collect();
        usage(format!(
            "no pack is called {id}; there are {}",
            all.join(", ")
        ))
    })
}

fn usage(text: String) -> Failure {
    Failure::Usage(text)
}

fn no_calendar(pack: &Pack, no: NoCalendar) -> Failure {
    let all = calendars::ids().join(", ");
    match no {
        NoCalendar::Asked => usage(format!(
            "{} has no calendar of its own; add --calendar with one of {all}",
            pack.id
        )),
        NoCalendar::Unknown(id) => usage(format!("no calendar is called {id}; there are {all}")),
        NoCalendar::Zone(zone) => Failure::Failed(format!(
            "this machine has no data for the time zone {}; install the time zone database (tzdata)",
            zone.0
        )),
    }
}

/// The receipt first, then what was typed.
fn story(asked: &Asked, calendar: &Calendar) -> Result<Vec<Happened>, Failure> {
    let received = moment("--received", &asked.received, &calendar.zone)?;
    let mut facts = vec![Happened::new(FactKind::RECEIVED, received)];
    for typed in &asked.fact {
        let (name, at) = typed
            .split_once('=')
            .ok_or_else(|| usage(format!("--fact {typed}: expected KIND=TIME")))?;
        let kind = FactKind::named(name.trim()).ok_or_else(|| {
            let all = KINDS.join(", ");
            usage(format!(
                "--fact: no kind of fact is called {name}; there are {all}"
            ))
        })?;
        facts.push(Happened::new(kind, moment("--fact", at, &calendar.zone)?));
    }
    Ok(facts)
}

/// RFC 3339; without an offset it is the time of the calendar's zone, if that
/// hour exists and comes only once; a day alone is its first instant.
fn moment(option: &str, text: &str, zone: &TimeZone) -> Result<Instant, Failure> {
    let text = text.trim();
    if let Ok(at) = text.parse::<Timestamp>() {
        return Ok(at.into());
    }
    let wall: DateTime = text.parse().map_err(|_| {
        usage(format!(
            "{option} {text}: expected a time such as 2026-12-24T10:00:00+09:00"
        ))
    })?;
    let at = zone.to_ambiguous_timestamp(wall);
    let sure = match text.contains(['T', 't', ' ']) {
        true => at.unambiguous(),
        false => at.compatible(),
    };
    sure.map(Instant::from).map_err(|_| {
        usage(format!(
            "{option} {text}: the clocks change then, so that this time does not exist or comes twice; add the offset, such as +02:00"
        ))
    })
}

fn not_in_force(pack: &Pack) -> Failure {
    let first = pack.versions.first().map(|it| it.from.to_string());
    Failure::Failed(format!(
        "no version of {} is in force on that day; the first begins on {}",
        pack.id,
        first.unwrap_or_default()
    ))
}

fn no_clock(version: &Version, asked: &Asked) -> Failure {
    let all: Vec<&str> = version.clocks.iter().map(|it| it.id.as_str()).collect();
    let (pack, id, all) = (&asked.pack, &asked.clock, all.join(", "));
    usage(format!(
        "no clock of {pack} is called {id}; there are {all}"
    ))
}

fn no_date(clock: &Clock, fault: &Fault) -> Failure {
    let id = &clock.id;
    match fault {
        Fault::NotStarted(kind) => usage(format!(
            "{id} starts with the fact {kind}; add --fact {kind}=TIME"
        )),
        Fault::NeverWorks => {
            Failure::Failed("this calendar has no working hours for more than a year".to_owned())
        }
        Fault::TooFar => Failure::Failed(format!(
            "{id} would end beyond the days that can be counted"
        )),
        Fault::NoSuchClock(id) => {
            Failure::Failed(format!("the pack names a clock {id} that it does not have"))
        }
        Fault::Circle(id) => Failure::Failed(format!("{id} waits for itself to expire")),
    }
}

struct Answer<'a> {
    pack: &'a Pack,
    version: &'a Version,
    clock: &'a Clock,
    calendar: &'a Calendar,
    due: &'a Due,
}

impl Answer<'_> {
    /// RFC 3339 with the offset of the calendar's zone.
    fn local(&self, at: Instant) -> String {
        words::local(at, &self.calendar.zone)
    }

    fn calendar_id(&self) -> &str {
        self.calendar.national().map_or("", |it| it.id.as_str())
    }

    fn json(&self) -> Value {
        let steps = self.due.steps.iter();
        let mut answer = json!({
            "pack": self.pack.id,
            "version": self.version.from.to_string(),
            "clock": self.clock.id,
            "calendar": self.calendar_id(),
            "calendar_version": self.calendar.national().map(|it| it.version.clone()),
            "started": self.local(self.due.started),
            "due": self.local(self.due.due),
            "due_on": self.due.due_on.to_string(),
            "standing": self.standing(),
            "explanation": steps.map(|step| words::object(step, &self.calendar.zone)).collect::<Vec<_>>(),
            "cautions": self.cautions(),
            "confidence": self.clock.confidence.name(),
            "source": self.clock.source,
        });
        if let (Some(law), Some(answer)) = (self.due.latest_in_law, answer.as_object_mut()) {
            answer.insert("latest_in_law".to_owned(), law.due_on.to_string().into());
            answer.insert("latest_in_law_due".to_owned(), self.local(law.due).into());
        }
        answer
    }

    fn standing(&self) -> Value {
        match &self.due.standing {
            Standing::Running => json!({"is": "running"}),
            Standing::Stopped { since } => {
                json!({"is": "stopped", "since": self.local(*since)})
            }
            Standing::Satisfied { at, by, in_time } => {
                json!({"is": "satisfied", "at": self.local(*at), "by": by.name(), "in_time": in_time})
            }
            Standing::Ended { at, by } => {
                json!({"is": "ended", "at": self.local(*at), "by": by.name()})
            }
            Standing::Lifted { by, at } => {
                json!({"is": "lifted", "at": self.local(*at), "by": by})
            }
        }
    }

    fn cautions(&self) -> Vec<String> {
        let calendar = self.calendar_id();
        let mut cautions: Vec<String> = self
            .due
            .cautions
            .iter()
            .map(|it| match it.listed {
                Some(Listed::Computed) => format!(
                    "the days off of {calendar} in {} are computed by their rule, not from an official list",
                    it.year
                ),
                _ => format!("the days off of {calendar} in {} are not known", it.year),
            })
            .collect();
        if self.clock.confidence != Confidence::High {
            cautions.push(format!(
                "confidence in this figure is {}",
                self.clock.confidence.name()
            ));
        }
        cautions.extend(
            self.clock
                .notes
                .iter()
                .map(|it| it.get(Lang::En).to_owned()),
        );
        cautions
    }

    fn lines(&self) -> Vec<String> {
        let title = self.clock.title.get(Lang::En);
        let mut lines = vec![format!(
            "{} / {} ({title}), as in force since {}",
            self.pack.id, self.clock.id, self.version.from
        )];
        let zone = &self.calendar.zone;
        let steps = self.due.steps.iter();
        lines.extend(steps.map(|step| format!("  {}", words::sentence(step, zone))));
        if let Some(law) = self.due.latest_in_law {
            lines.push(format!("latest in law: {}", law.due_on));
        }
        match &self.due.standing {
            Standing::Running => {}
            Standing::Stopped { since } => lines.push(format!(
                "stopped since {}: the date is the earliest that it can be",
                self.local(*since)
            )),
            Standing::Satisfied { at, by, in_time } => {
                let how = if *in_time { "in time" } else { "late" };
                lines.push(format!("{by} on {}: {how}", self.local(*at)));
            }
            Standing::Ended { at, by } => {
                lines.push(format!(
                    "{by} on {}: nothing is owed any more",
                    self.local(*at)
                ));
            }
            Standing::Lifted { by, at } => {
                lines.push(format!("fell away on {} by {by}", self.local(*at)));
            }
        }
        lines.extend(self.cautions().iter().map(|it| format!("note: {it}")));
        lines.push(format!("source: {}", self.clock.source));
        lines.push(format!("due {}", self.local(self.due.due)));
        lines
    }
}
