//! The time limits of rule packs, explained: every day between the start and the end
//! once, counted or left out with its reason. Days that follow each other for the same
//! reason are one line; together the lines add up (`clock::adds_up`).

use crate::clocks::Clock;
use jiff::civil::Date;
use redress_kernel::{
    clock::{Counted, DueAt, FactKind, Fault, Skipped, Standing, Step, Unit, Whose, adds_up},
    words::{Arg, Message},
};
use redress_web::Voice;
use serde_json::{Value, json};

/// A line of the count: the days that it is about, where it is about days, and what
/// became of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub days: Option<(Date, Date)>,
    pub said: Message,
}

impl Line {
    fn of(said: Message) -> Line {
        Line { days: None, said }
    }

    /// The days in words, if there are any.
    pub fn when(&self) -> Option<Message> {
        let (first, last) = self.days?;
        Some(match first == last {
            true => Message::new("clock-on").with("day", first),
            false => Message::new("clock-from-to")
                .with("first", first)
                .with("last", last),
        })
    }

    pub fn text(&self, t: &Voice) -> String {
        let said = t.text(&self.said);
        match self.when() {
            Some(when) => format!("{} – {said}", t.text(&when)),
            None => said,
        }
    }
}

/// The count from its start to its end.
pub fn lines(clock: &Clock) -> Vec<Line> {
    let Ok(due) = &clock.due else {
        return Vec::new();
    };
    let mut lines = Vec::new();
    let mut steps = due.steps.iter().peekable();
    while let Some(step) = steps.next() {
        let (mut last, mut number) = (day_of(step), number_of(step));
        while let Some(next) = steps.next_if(|next| goes_on(step, next)) {
            (last, number) = (day_of(next), number_of(next));
        }
        lines.extend(line(step, last, number));
    }
    lines.extend(due.cautions.iter().map(|caution| {
        let (first, last) = year(caution.year);
        Line {
            days: first.zip(last),
            said: Message::new(match caution.listed {
                Some(_) => "clock-computed",
                None => "clock-unlisted",
            }),
        }
    }));
    lines
}

fn year(year: i16) -> (Option<Date>, Option<Date>) {
    (Date::new(year, 1, 1).ok(), Date::new(year, 12, 31).ok())
}

/// Does this day stand on the line of that one?
fn goes_on(step: &Step, next: &Step) -> bool {
    match (step, next) {
        (Step::Counted { why, .. }, Step::Counted { why: its, .. }) => {
            *why == Counted::Day && its == why
        }
        (Step::Skipped { why, .. }, Step::Skipped { why: its, .. }) => why == its,
        _ => false,
    }
}

const fn day_of(step: &Step) -> Option<Date> {
    match step {
        Step::Counted { day, .. } | Step::Skipped { day, .. } => Some(*day),
        _ => None,
    }
}

const fn number_of(step: &Step) -> u32 {
    match step {
        Step::Counted { number, .. } => *number,
        _ => 0,
    }
}

fn line(step: &Step, last: Option<Date>, number: u32) -> Option<Line> {
    let on = |day: Date, said: Message| Line {
        days: Some((day, last.unwrap_or(day))),
        said,
    };
    Some(match step {
        Step::Started { by, at, .. } => Line::of(
            Message::new("clock-started")
                .with("fact", fact(*by))
                .with("at", *at),
        ),
        Step::StartedByExpiry { day, .. } => {
            Line::of(Message::new("clock-started-expiry").with("day", *day))
        }
        Step::CutOff { day, .. } => Line::of(Message::new("clock-cut-off").with("day", *day)),
        Step::Period { amount, unit, days } => Line::of(period(*amount, *unit, *days)),
        Step::Stopped { by, from, to } => Line::of(stopped(*by, *from, *to)),
        Step::Counted {
            day,
            number: first,
            why,
        } => on(*day, counted(why, *first, number)),
        Step::Skipped { day, why } => on(*day, skipped(why)),
        Step::Worked { day, sum, .. } => {
            let minutes = sum / 60_000_000;
            on(
                *day,
                Message::new("clock-worked")
                    .with("hours", minutes / 60)
                    .with("minutes", minutes % 60),
            )
        }
        Step::Extended { at, .. } => Line::of(Message::new("clock-extended").with("at", *at)),
        Step::NotExtended { at, .. } => {
            Line::of(Message::new("clock-not-extended").with("at", *at))
        }
        Step::Rolled { from, to, .. } => Line::of(
            Message::new("clock-rolled")
                .with("from", *from)
                .with("to", *to),
        ),
        Step::InLaw { day, .. } => Line::of(Message::new("clock-in-law").with("day", *day)),
        Step::Due { at, .. } => Line::of(Message::new("clock-due").with("at", *at)),
    })
}

fn fact(kind: FactKind) -> Arg {
    Arg::Key(format!("clock-fact-{}", kind.name()))
}

fn period(amount: u32, unit: Unit, days: Option<u32>) -> Message {
    let said = Message::new(format!("clock-period-{}", unit.name())).with("n", amount);
    match days {
        Some(days) => said.with("days", days),
        None => said,
    }
}

fn stopped(
    by: FactKind,
    from: redress_kernel::Instant,
    to: Option<redress_kernel::Instant>,
) -> Message {
    match to {
        Some(to) => Message::new("clock-stood")
            .with("fact", fact(by))
            .with("from", from)
            .with("to", to),
        None => Message::new("clock-stands")
            .with("fact", fact(by))
            .with("from", from),
    }
}

fn counted(why: &Counted, first: u32, last: u32) -> Message {
    match why {
        Counted::MakeUp(name) => Message::new("clock-make-up")
            .with("n", first)
            .with("name", &**name),
        Counted::Day if first == last => Message::new("clock-counted").with("n", first),
        Counted::Day => Message::new("clock-counted-run")
            .with("first", first)
            .with("last", last),
    }
}

fn skipped(why: &Skipped) -> Message {
    match why {
        Skipped::FirstDay => Message::new("clock-first-day"),
        Skipped::Weekend => Message::new("clock-weekend"),
        Skipped::Holiday(name) => Message::new("clock-holiday").with("name", &**name),
        Skipped::Closure(name) => Message::new("clock-holiday").with("name", &**name),
        Skipped::Stopped => Message::new("clock-paused-day"),
        Skipped::NoHoursLeft => Message::new("clock-no-hours"),
    }
}

/// How it stands, as the class of a chip and its words; None: it runs, and its date says it.
pub fn state(clock: &Clock) -> Option<(&'static str, Message)> {
    Some(match &clock.due {
        Ok(due) => match &due.standing {
            Standing::Running => return None,
            Standing::Stopped { since } => (
                "warn",
                Message::new("clock-paused-since").with("since", *since),
            ),
            Standing::Satisfied { in_time: true, .. } => ("good", Message::new("clock-in-time")),
            Standing::Satisfied { .. } => ("bad", Message::new("clock-late")),
            Standing::Ended { .. } => ("", Message::new("clock-ended")),
            Standing::Lifted { .. } => ("", Message::new("clock-lifted")),
        },
        Err(Fault::NotStarted(kind)) => (
            "",
            Message::new("clock-not-started").with("fact", fact(*kind)),
        ),
        Err(_) => ("warn", Message::new("clock-no-date")),
    })
}

/// What to know about this limit besides its date.
pub fn remarks(clock: &Clock) -> Vec<Message> {
    let rule = &clock.clock.rule;
    let mut said = Vec::new();
    if clock.may_apply {
        said.push(match clock.counts {
            true => Message::new("clock-may-apply-first"),
            false => Message::new("clock-may-apply"),
        });
    }
    match rule.whose {
        Whose::Organisation => {}
        Whose::Complainant => said.push(Message::new("clock-of-complainant")),
        Whose::Authority => said.push(Message::new("clock-of-authority")),
    }
    if rule.window {
        said.push(Message::new("clock-window"));
    }
    said
}

/// By which version, calendar and source it is counted.
pub fn basis(clock: &Clock) -> Vec<Message> {
    let confidence = Arg::Key(format!("confidence-{}", clock.clock.confidence.name()));
    let mut said = vec![
        Message::new("clock-basis")
            .with("from", clock.version.from)
            .with(
                "calendar",
                Arg::Key(format!("holidays-{}", clock.pin.calendar)),
            ),
    ];
    said.extend(clock.relisted.as_ref().map(|since| {
        Message::new("clock-relisted")
            .with("at", since.at)
            .with("entry", since.seq)
            .with("version", Arg::Latin(clock.pin.calendar_version.clone()))
            .with("n", clock.pin.days.len())
    }));
    let of_hours = clock.clock.rule.unit == Unit::WorkingHour
        || clock.clock.rule.due_at == DueAt::CloseOfBusiness;
    if of_hours && clock.pin.hours.is_some() {
        said.push(Message::new("clock-own-hours"));
    }
    said.push(
        Message::new("clock-source")
            .with("source", clock.clock.source.clone())
            .with("confidence", confidence),
    );
    said
}

pub fn json(clock: &Clock, t: &Voice) -> Value {
    let due = clock.due.as_ref().ok();
    let explanation: Vec<String> = lines(clock).iter().map(|line| line.text(t)).collect();
    json!({
        "pack": clock.pack.id,
        "clock": clock.clock.id,
        "title": clock.clock.title.get(t.lang()),
        "version_from": clock.version.from.to_string(),
        "calendar": clock.pin.calendar,
        "calendar_version": clock.pin.calendar_version,
        "hours": clock.pin.hours,
        "calendar_changed_by": clock.relisted.as_ref().map(|it| it.seq),
        "may_apply": clock.may_apply,
        "counts": clock.counts,
        "standing": standing(clock),
        "due": due.map(|due| due.due.to_string()),
        "due_on": due.map(|due| due.due_on.to_string()),
        "latest_in_law": due.and_then(|due| due.latest_in_law).map(|it| it.due_on.to_string()),
        "adds_up": due.map(|due| adds_up(&due.steps).is_ok()),
        "source": clock.clock.source,
        "confidence": clock.clock.confidence.name(),
        "explanation": explanation,
    })
}

const fn standing(clock: &Clock) -> &'static str {
    match &clock.due {
        Ok(due) => match due.standing {
            Standing::Running => "running",
            Standing::Stopped { .. } => "paused",
            Standing::Satisfied { in_time: true, .. } => "in-time",
            Standing::Satisfied { .. } => "late",
            Standing::Ended { .. } => "ended",
            Standing::Lifted { .. } => "lifted",
        },
        Err(Fault::NotStarted(_)) => "not-started",
        Err(_) => "no-date",
    }
}

/// As a person reads it in a terminal.
pub fn told(clock: &Clock, t: &Voice) -> Vec<String> {
    let (pack, title) = (
        clock.pack.title.get(t.lang()),
        clock.clock.title.get(t.lang()),
    );
    let mut told = vec![format!("  {title} – {pack}")];
    let state = state(clock).map(|(_, said)| said);
    let said = state.into_iter().chain(remarks(clock)).chain(basis(clock));
    told.extend(said.map(|m| format!("      {}", t.text(&m))));
    told.extend(
        lines(clock)
            .iter()
            .map(|line| format!("        {}", line.text(t))),
    );
    told
}
