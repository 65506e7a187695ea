//! Due dates in words: met, missed, or how long there is left; and of a closed case,
//! how long it is kept.

use super::case::Room;
use crate::{
    clocks::{self, Clock},
    obligations::named_by,
    why::limits,
};
use redress_kernel::{Instant, clock::Due, deadline::Step};
use redress_web::{Html, Voice};

pub struct DateRow {
    pub label: String,
    pub value: Html,
    /// The day itself, under the words.
    pub on: Option<Html>,
}

/// The next date, as a chip beside the reference.
pub(super) fn chip(room: &Room) -> Html {
    let t = room.t();
    match room.case.next_due(&t.format.zone) {
        Some((what, due)) if what.is_target() => t.due(due, room.seat.now),
        Some((what, due)) => {
            let code = what.code();
            let title = named_by(t, &code);
            let left =
                clocks::working_days_left(&code, &room.seat.visit.organisation, room.seat.now, due);
            t.due_of(&title, due, room.seat.now, left)
        }
        None => Html::default(),
    }
}

/// The title of a time limit by its code, `uk-fca-disp/final-response`.
pub(crate) fn titled(t: &Voice, code: &str) -> Option<String> {
    let (pack, clock) = code.split_once('/')?;
    let pack = redress_packs::pack::pack(pack)?;
    let version = pack.versions.iter().rev().find_map(|it| it.clock(clock))?;
    Some(version.title.get(t.lang()).to_owned())
}

pub(super) fn rows(room: &Room) -> Vec<DateRow> {
    Step::ALL
        .into_iter()
        .filter_map(|step| row(room, step))
        .chain(limits_of(room))
        .chain(kept(room))
        .collect()
}

/// The time limits of rule packs, below our own targets.
fn limits_of(room: &Room) -> Vec<DateRow> {
    let t = room.t();
    let clocks = room.case.clocks();
    clocks
        .iter()
        .map(|clock| limit_row(t, clock, room.seat.now))
        .collect()
}

/// Two regimes can ask for the same act: each says whose limit it is.
fn limit_row(t: &Voice, clock: &Clock, now: Instant) -> DateRow {
    let lang = t.lang();
    let day = clock.due.as_ref().ok().map(|due| t.long(due.due_on));
    let whose = Html::text(clock.pack.title.get(lang));
    let remarks = limits::remarks(clock);
    let remarks = remarks.iter().map(|m| t.html(m));
    let parts = day.into_iter().chain([whose]).chain(remarks);
    let parts: Vec<String> = parts.map(|part| part.to_string()).collect();
    DateRow {
        label: clock.clock.title.get(lang).to_owned(),
        value: limit(t, clock, now),
        on: Some(Html::trusted(parts.join(" · "))),
    }
}

/// How a time limit stands, as a chip in words; what has not begun is no chip.
pub fn limit(t: &Voice, clock: &Clock, now: Instant) -> Html {
    match (limits::state(clock), &clock.due) {
        (Some((class, said)), Ok(_)) => Html::trusted(format!(
            "<span class=\"chip {class}\">{}</span>",
            t.html(&said)
        )),
        (Some((_, said)), Err(_)) => t.html(&said),
        (None, Ok(due)) => t.due_in(on_its_day(t, due, now), now, clock.working_days_left(now)),
        (None, Err(_)) => Html::default(),
    }
}

/// The law's midnight can fall on another day here: until it has passed, its own day is
/// what is told.
fn on_its_day(t: &Voice, due: &Due, now: Instant) -> Instant {
    let zone = &t.format.zone;
    if now > due.due || due.due.date_in(zone) == due.due_on {
        return due.due;
    }
    let end = due.due_on.at(23, 59, 59, 0).to_zoned(zone.clone());
    end.map_or(due.due, |end| Instant::from(end.timestamp()))
}

/// How long a closed case is kept (8.1).
fn kept(room: &Room) -> Option<DateRow> {
    let t = room.t();
    let periods = &room.seat.visit.organisation.retention;
    let until = room.case.kept_until(periods, &t.format.zone)?;
    let over = until < t.format.day(room.seat.now);
    Some(DateRow {
        label: t.say("desk-kept-until").into_owned(),
        value: t.long(until),
        on: over.then(|| Html::text(&t.say("desk-kept-over"))),
    })
}

fn row(room: &Room, step: Step) -> Option<DateRow> {
    let (t, c) = (room.t(), room.case);
    let due = match step {
        Step::Acknowledgement => c.due.acknowledgement,
        Step::Assessment => c.due.assessment,
        Step::Update => c.due.update.filter(|_| c.owes_updates()),
        Step::Response => c.due.response,
        Step::Closure => c.due.closure,
    }?;
    Some(DateRow {
        label: t.say(name(step)).into_owned(),
        value: value(t, c.in_time(step), due, room),
        on: Some(t.day(due)),
    })
}

fn name(step: Step) -> &'static str {
    match step {
        Step::Acknowledgement => "acknowledgement",
        Step::Assessment => "desk-due-assessment",
        Step::Update => "progress-update",
        Step::Response => "final-answer",
        Step::Closure => "desk-due-closure",
    }
}

fn value(t: &Voice, in_time: Option<bool>, due: Instant, room: &Room) -> Html {
    match in_time {
        Some(true) => chip_of(t, "good", "deadline-met"),
        Some(false) => chip_of(t, "bad", "deadline-missed"),
        None if !room.case.is_open() => Html::text(&t.say("desk-not-needed")),
        None => t.due(due, room.seat.now),
    }
}

fn chip_of(t: &Voice, class: &str, key: &str) -> Html {
    let text = Html::text(&t.say(key));
    Html::trusted(format!("<span class=\"chip {class}\">{text}</span>"))
}
