//! The gift: vectors, golden cases and decisions about holidays as plain JSON that
//! any product can run, in `docs/deadlines`. This test writes the files with
//! `UPDATE_GOLDEN=1` and otherwise holds that they are as the packs say.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use jiff::civil::{Date, Weekday};
use redress_kernel::{
    Instant,
    calendar::{Calendar, Hours, Kind, zone},
    clock::{Due, FactKind, FirstDay, Happened, Rule, Step, Unit, due, due_among},
};
use redress_packs::pack::{Golden, Pack, packs};
use serde_json::{Map, Value, json};
use std::{fs, path::PathBuf};

const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const WEEKEND: [Weekday; 2] = [Weekday::Saturday, Weekday::Sunday];

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/deadlines")
}

fn local(at: Instant, calendar: &Calendar) -> String {
    let at = at.timestamp();
    at.display_with_offset(calendar.zone.to_offset(at))
        .to_string()
}

/// A rule as far as the date depends on it; what is as usual is left out.
fn rule(rule: &Rule) -> Value {
    let names = |kinds: &[FactKind]| kinds.iter().map(|it| it.name()).collect::<Vec<_>>();
    let mut all = json!({
        "start": rule.start.name(),
        "amount": rule.amount,
        "unit": rule.unit.name(),
        "first_day": rule.first_day.name(),
        "end_roll": rule.end_roll.name(),
        "end_roll_in_law": rule.end_roll_in_law.map(|it| it.name()),
        "cut_off": rule.cut_off.map(|it| it.strftime("%H:%M").to_string()),
        "due_at": rule.due_at.name(),
        "restarts_by": names(&rule.restarts_by),
        "paused_by": rule.paused_by.iter().map(|it| json!({
            "from": it.from.name(), "to": it.to.name(), "days": it.days.name(),
        })).collect::<Vec<_>>(),
        "extension": rule.extension.as_ref().map(|it| json!({
            "amount": it.amount, "unit": it.unit.name(), "times": it.times,
            "counted_from": it.counted_from.name(),
        })),
    });
    let object = all.as_object_mut().unwrap();
    object.retain(|_, value| !value.is_null() && *value != json!([]));
    all
}

/// The zone, the week and the days that are not as their weekday is.
fn office(calendar: &Calendar, first: Date, last: Date) -> Value {
    let weekdays = || (0..7).map(|day| Weekday::from_monday_zero_offset(day).unwrap());
    let name = |day: Weekday| DAYS[day.to_monday_zero_offset() as usize];
    let mut hours = Map::new();
    let mut day = first;
    let (mut off, mut worked) = (Vec::new(), Vec::new());
    for weekday in weekdays().filter(|day| !calendar.is_weekend(*day)) {
        // Any plain day of that weekday shows its hours.
        let mut plain = Date::constant(2026, 2, 2);
        while plain.weekday() != weekday || calendar.kind(plain) != Kind::Working {
            plain = plain.tomorrow().unwrap();
        }
        let spans = calendar.hours_on(plain).iter();
        let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
        let spans = spans.map(|it| format!("{}-{}", clock(it.from), clock(it.to)));
        hours.insert(name(weekday).to_owned(), spans.collect::<Vec<_>>().into());
    }
    while day <= last {
        match calendar.kind(day) {
            Kind::Holiday(_) | Kind::Closure(_) => off.push(day.to_string()),
            Kind::MakeUp(_) => worked.push(day.to_string()),
            Kind::Working | Kind::Weekend => {}
        }
        day = day.tomorrow().unwrap();
    }
    json!({
        "zone": calendar.zone.iana_name().unwrap(),
        "weekend": weekdays().filter(|it| calendar.is_weekend(*it)).map(name).collect::<Vec<_>>(),
        "hours": hours,
        "days_off": off,
        "days_worked": worked,
    })
}

fn facts(facts: &[Happened], calendar: &Calendar) -> Value {
    facts
        .iter()
        .map(|it| json!({ "kind": it.kind.name(), "at": local(it.at, calendar) }))
        .collect()
}

fn answer(due: &Due, calendar: &Calendar) -> Value {
    let counted = due.steps.iter().filter_map(|step| match step {
        Step::Counted { day, .. } => Some(day.to_string()),
        _ => None,
    });
    let counted: Vec<String> = counted.collect();
    let mut answer = json!({
        "due": local(due.due, calendar),
        "due_on": due.due_on.to_string(),
        "days_counted": counted,
    });
    if let Some(law) = due.latest_in_law {
        answer["latest_in_law"] = law.due_on.to_string().into();
    }
    answer
}

/// The days that a case can meet: from its first fact to its date, a week round them.
fn span(story: &[Happened], due: &Due, calendar: &Calendar) -> (Date, Date) {
    let first = story.iter().map(|it| it.at).min().unwrap();
    let first = calendar.local(first).unwrap().date();
    let last = due.latest_in_law.map_or(due.due_on, |it| it.due_on);
    let week = jiff::Span::new().days(7);
    (first.saturating_sub(week), last.saturating_add(week))
}

fn golden(pack: &Pack, number: usize, case: &Golden) -> Value {
    let calendar = case.calendar(pack).unwrap();
    let version = pack.at(case.received, &calendar).unwrap();
    let mut clocks = version.clocks.clone();
    case.amend(&mut clocks);
    let story = case.story();
    let due = due_among(&clocks, &case.clock, &story, &calendar).unwrap();
    let clock = clocks.iter().find(|it| it.id == case.clock).unwrap();
    let (first, last) = span(&story, &due, &calendar);
    let mut told = json!({
        "id": format!("{}-{number}", pack.id),
        "about": format!("{}: {}", clock.id, case.why),
        "rule": rule(&clock.rule),
        "calendar": office(&calendar, first, last),
        "facts": facts(&story, &calendar),
        "expected": answer(&due, &calendar),
        "source": clock.source,
        "confidence": clock.confidence.name(),
    });
    // Counted from the expiry of another clock: that one comes along.
    let starts = story.iter().any(|it| it.kind == clock.rule.start);
    if let Some(other) = clock.rule.start_otherwise.as_ref().filter(|_| !starts) {
        let other = clocks.iter().find(|it| it.id == *other).unwrap();
        told["starts_when_this_expires"] = rule(&other.rule);
    }
    if case.stopped {
        told["expected"]["stopped"] = true.into();
    }
    told
}

/// The thirteen vectors: what they are about, rule, calendar, start.
fn vectors() -> Vec<(&'static str, Rule, Calendar, &'static str)> {
    let days = |amount| Rule::new("vector", amount, Unit::CalendarDay);
    let business = |amount| Rule::new("vector", amount, Unit::BusinessDay);
    let korean = |amount| Rule {
        first_day: FirstDay::Counted,
        ..Rule::new("vector", amount, Unit::BusinessDay)
    };
    let hours = |amount| Rule::new("vector", amount, Unit::WorkingHour);
    let office = |name: &str, off: &[&str]| {
        let off = off.iter().map(|day| day.parse().unwrap());
        Calendar::new(zone(name).unwrap(), &WEEKEND, off)
    };
    let london = || office("Europe/London", &["2026-12-25", "2026-12-28", "2027-01-01"]);
    let seoul = || {
        let hours = Hours::read(&["09:00-12:00", "13:00-18:00"]).unwrap();
        office("Asia/Seoul", &["2026-12-25", "2027-01-01"]).with_hours(hours)
    };
    let sydney = || office("Australia/Sydney", &[]);
    let new_york = || office("America/New_York", &[]);
    let vilnius = |off: &[&str]| office("Europe/Vilnius", off);
    let shanghai = || office("Asia/Shanghai", &[]);
    let christmas = ["2026-12-24", "2026-12-25", "2026-12-26", "2027-01-01"];
    vec![
        (
            "UK summary resolution, 3 business days",
            business(3),
            office("Europe/London", &[]),
            "2026-12-18T11:00:00Z",
        ),
        (
            "UK summary resolution over Christmas",
            business(3),
            london(),
            "2026-12-24T11:00:00Z",
        ),
        (
            "UK 8 weeks",
            Rule::new("vector", 8, Unit::Week),
            london(),
            "2026-12-24T11:00:00Z",
        ),
        (
            "UK payment services, 15 business days",
            business(15),
            london(),
            "2026-12-24T11:00:00Z",
        ),
        (
            "UK payment services, 35 business days",
            business(35),
            london(),
            "2026-12-24T11:00:00Z",
        ),
        (
            "Australia, 30 calendar days",
            days(30),
            sydney(),
            "2026-12-24T10:00:00+11:00",
        ),
        (
            "Australia, 21 calendar days",
            days(21),
            sydney(),
            "2026-12-24T10:00:00+11:00",
        ),
        (
            "Australia, 45 calendar days",
            days(45),
            sydney(),
            "2026-12-24T10:00:00+11:00",
        ),
        (
            "US portal, 15 calendar days",
            days(15),
            new_york(),
            "2026-12-24T10:00:00-05:00",
        ),
        (
            "US portal, 60 calendar days",
            days(60),
            new_york(),
            "2026-12-24T10:00:00-05:00",
        ),
        (
            "Lithuania, 14 calendar days",
            days(14),
            vilnius(&[]),
            "2026-12-24T10:00:00+02:00",
        ),
        (
            "Lithuania, 15 business days",
            business(15),
            vilnius(&christmas),
            "2026-12-23T10:00:00+02:00",
        ),
        (
            "Korea, 7 days, the first counted",
            korean(7),
            seoul(),
            "2026-12-14T10:00:00+09:00",
        ),
        (
            "Korea, 14 days, the first counted",
            korean(14),
            seoul(),
            "2026-12-14T10:00:00+09:00",
        ),
        (
            "Korea, 5 days are 40 working hours",
            hours(40),
            seoul(),
            "2026-12-23T16:00:00+09:00",
        ),
        (
            "Korea, at once: 3 working hours",
            hours(3),
            seoul(),
            "2026-12-23T16:30:00+09:00",
        ),
        (
            "China, banks, 15 calendar days",
            days(15),
            shanghai(),
            "2026-12-24T10:00:00+08:00",
        ),
        (
            "China, banks, 30 calendar days",
            days(30),
            shanghai(),
            "2026-12-24T10:00:00+08:00",
        ),
        (
            "China, banks, 60 calendar days",
            days(60),
            shanghai(),
            "2026-12-24T10:00:00+08:00",
        ),
    ]
}

fn vector(number: usize, about: &str, of: &Rule, calendar: &Calendar, start: &str) -> Value {
    let story = [Happened::new(FactKind::RECEIVED, start.parse().unwrap())];
    let due = due(of, &story, calendar).unwrap();
    let (first, last) = span(&story, &due, calendar);
    json!({
        "id": format!("vector-{number}"),
        "about": about,
        "rule": rule(of),
        "calendar": office(calendar, first, last),
        "facts": facts(&story, calendar),
        "expected": answer(&due, calendar),
    })
}

/// Where sources disagree about a day, and how it was decided.
fn decisions() -> Value {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("calendars");
    let rows = fs::read_to_string(folder.join("decisions.csv")).unwrap();
    let reasons = fs::read_to_string(folder.join("decisions.toml")).unwrap();
    let reasons: toml::Table = toml::from_str(&reasons).unwrap();
    let mut lines = rows.lines();
    let heads: Vec<&str> = lines.next().unwrap().split(',').collect();
    let told = lines.map(|line| {
        let cells = line.splitn(heads.len(), ',');
        let mut row: Map<String, Value> = heads
            .iter()
            .zip(cells)
            .filter(|(_, cell)| !cell.is_empty())
            .map(|(head, cell)| ((*head).to_owned(), cell.into()))
            .collect();
        let reason = row["reason"].as_str().unwrap().to_owned();
        row.insert(
            "reason".to_owned(),
            reasons[&reason].as_str().unwrap().into(),
        );
        Value::Object(row)
    });
    told.collect()
}

/// One entry a line: a changed case is a changed line.
fn page(key: &str, entries: &[Value]) -> String {
    let lines: Vec<String> = entries.iter().map(Value::to_string).collect();
    format!(
        "{{\"format\": 1, \"{key}\": [\n{}\n]}}\n",
        lines.join(",\n")
    )
}

#[test]
fn the_gift_is_what_the_packs_say() {
    let cases: Vec<Value> = packs()
        .iter()
        .flat_map(|pack| {
            let numbered = (1..).zip(&pack.golden);
            numbered.map(|(number, case)| golden(pack, number, case))
        })
        .collect();
    let vectors: Vec<Value> = (1..)
        .zip(vectors())
        .map(|(number, (about, rule, calendar, start))| {
            vector(number, about, &rule, &calendar, start)
        })
        .collect();
    assert_eq!(packs().len(), 14);
    assert!(cases.len() >= 14 * 12 && vectors.len() == 19);
    let decisions = decisions().as_array().unwrap().clone();
    assert!(decisions.len() > 100);
    #[allow(
        clippy::disallowed_methods,
        reason = "written only when somebody asks for it"
    )]
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    for (name, text) in [
        ("vectors.json", page("cases", &vectors)),
        ("cases.json", page("cases", &cases)),
        ("holidays.json", page("decisions", &decisions)),
    ] {
        let file = folder().join(name);
        if update {
            fs::create_dir_all(folder()).unwrap();
            fs::write(&file, &text).unwrap();
        }
        let stands = fs::read_to_string(&file).unwrap_or_default();
        assert!(
            stands == text,
            "{name} is not as the packs say; write it with UPDATE_GOLDEN=1"
        );
    }
}
