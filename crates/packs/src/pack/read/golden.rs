//! A golden case: what happened, and what is due then.

use super::{FACT, hours};
use crate::pack::{
    golden::{Golden, Set},
    lint,
    section::Section,
};
use redress_kernel::{
    Instant,
    clock::{FactKind, FirstDay, Happened, Roll, Unit},
};

const MOMENT: &str = "an instant with its offset such as 2026-12-24T10:00:00+09:00";

pub(super) fn golden(of: &Section<'_>) -> Option<Golden> {
    of.only(&[
        "clock",
        "received",
        "facts",
        "calendar",
        "hours",
        "set",
        "due_on",
        "due",
        "latest_in_law",
        "stopped",
        "why",
    ]);
    let instant = |text: &str| text.parse::<Instant>().ok();
    let clock = of.parsed("clock", "the id of a clock", lint::id);
    let received = of.parsed("received", MOMENT, instant);
    let due_on = of.day("due_on");
    let why = of.text("why");
    let calendar = of.parsed_if("calendar", &lint::calendars(), lint::calendar);
    Some(Golden {
        line: of.line(),
        clock: clock?.value,
        received: received?.value,
        facts: of
            .section_if("facts", "facts")
            .map(|it| facts(&it))
            .unwrap_or_default(),
        calendar: calendar.map(|it| it.value),
        hours: hours(of),
        set: of
            .section_if("set", "set")
            .map(|it| set(&it))
            .unwrap_or_default(),
        due_on: due_on?.value,
        due: of.parsed_if("due", MOMENT, instant).map(|it| it.value),
        latest_in_law: of.day_if("latest_in_law").map(|it| it.value),
        stopped: of.flag("stopped"),
        why: why?.value.to_owned(),
    })
}

fn facts(of: &Section<'_>) -> Vec<Happened> {
    let mut facts = Vec::new();
    for key in of.keys() {
        let Some(kind) = FactKind::named(key.value) else {
            of.wrong(key.at, format!("expected {FACT}, not `{}`", key.value));
            continue;
        };
        let times = of.all(key.value, MOMENT, |text| text.parse::<Instant>().ok());
        facts.extend(times.into_iter().map(|at| Happened::new(kind, at)));
    }
    facts
}

fn set(of: &Section<'_>) -> Set {
    of.only(&["amount", "unit", "first_day", "end_roll"]);
    let unit = of.choice_if("unit", Unit::NAMES, Unit::named);
    Set {
        amount: of
            .has("amount")
            .then(|| of.number("amount", 1..lint::most(unit) + 1))
            .flatten(),
        unit,
        first_day: of.choice_if("first_day", FirstDay::NAMES, FirstDay::named),
        end_roll: of.choice_if("end_roll", Roll::NAMES, Roll::named),
    }
}
