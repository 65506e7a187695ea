//! Why this date, as a person reads it: the lines of the explanation are added up again
//! by somebody who has nothing else. Every day from the first to the last stands there
//! once, what was counted comes to the amount, and the last line is the date that the
//! case, its page and the list show.

use crate::{
    book::Book,
    check::List,
    days::{end_of, local},
    office::Office,
};
use jiff::{ToSpan, civil::Date, tz::TimeZone};
use redress_kernel::Instant;
use serde_json::Value;

/// What the API says of one complaint: why, the case, and its page.
pub struct Told {
    pub why: Value,
    pub case: Value,
    pub page: String,
}

impl Told {
    pub fn of(office: &Office, reference: &str) -> Told {
        Told {
            why: office.gets(&format!("/api/v1/complaints/{reference}/why")),
            case: office.gets(&format!("/api/v1/complaints/{reference}")),
            page: office.page(&format!("/desk/{reference}")),
        }
    }

    /// What does not add up.
    pub fn flaws(&self, book: &Book, open: &List, zone: &TimeZone) -> Vec<String> {
        let mut found = Vec::new();
        for date in array(&self.why["dates"]) {
            found.extend(own(date, book, &self.case["due"]).err());
        }
        for clock in array(&self.why["clocks"]) {
            let code = format!("{}/{}", text(clock, "pack"), text(clock, "clock"));
            let flaw = limit(clock, zone)
                .and_then(|()| by_hand(clock, &code, book))
                .err();
            found.extend(flaw.map(|flaw| format!("{code}: {flaw}")));
        }
        found.extend(self.shown(book, open).err());
        let about = |flaw| format!("{}: {flaw}", book.reference);
        found.into_iter().map(about).collect()
    }

    /// The case, its page and the list name the same date as the next one.
    fn shown(&self, book: &Book, open: &List) -> Result<(), String> {
        let next = self.case["due"]["next"]["at"].as_str();
        let at = |at: &str| at.parse::<Instant>().expect("a time");
        if !book.is_open() {
            return equal("next of a closed case", next, None);
        }
        let listed = open.get(&book.reference).and_then(|it| it.due_at);
        equal("next in case and list", next.map(at), listed)?;
        let Some(next) = next else { return Ok(()) };
        let parts = ["dates", "promises", "clocks"];
        let named = parts.iter().flat_map(|part| array(&self.why[*part]));
        let named = named
            .filter_map(|it| it["due"].as_str())
            .any(|due| at(due) == at(next));
        equal("next is one of those explained", named, true)?;
        let shown = self
            .page
            .contains(&format!("datetime=\"{:.0}\"", at(next).timestamp()));
        equal("next on the page", shown, true)
    }
}

fn array(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_default()
}

fn equal<T: PartialEq + std::fmt::Debug>(what: &str, one: T, other: T) -> Result<(), String> {
    match one == other {
        true => Ok(()),
        false => Err(format!("{what}: {one:?} and {other:?}")),
    }
}

fn day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| format!("{text:?} is no day"))
}

/// A target of our own: days left out, the others counted.
fn own(date: &Value, book: &Book, dues: &Value) -> Result<(), String> {
    let step = text(date, "step");
    let flawed = |flaw| format!("{step}: {flaw}");
    let due: Instant = text(date, "due")
        .parse()
        .map_err(|_| flawed("no date".to_owned()))?;
    equal("the date of the case", text(date, "due"), text(dues, step)).map_err(flawed)?;
    let count = &date["count"];
    if count.is_null() {
        let named = book.due.get(step).is_some_and(|it| it.named);
        return equal("told as named, and it was", named, true).map_err(flawed);
    }
    let by_hand = book.due.get(step).map(|it| it.at);
    equal("the date by hand", Some(due), by_hand).map_err(flawed)?;
    counted(date, count, due).map_err(flawed)
}

fn counted(date: &Value, count: &Value, due: Instant) -> Result<(), String> {
    let zone = TimeZone::get(text(count, "time_zone")).map_err(|_| "no zone".to_owned())?;
    let from: Instant = text(count, "from")
        .parse()
        .map_err(|_| "no beginning".to_owned())?;
    let (first, last) = (local(from, &zone), day(text(count, "last"))?);
    let mut left_out = array(&count["skipped"]).map(|it| day(text(it, "day")));
    let mut next = left_out.next().transpose()?;
    let (mut at, mut counted) = (first, 0);
    while at < last {
        at = at
            .checked_add(1.day())
            .map_err(|_| "no next day".to_owned())?;
        match next == Some(at) {
            true => next = left_out.next().transpose()?,
            false => counted += 1,
        }
    }
    equal("every day left out lies in between", next, None)?;
    equal(
        "days counted",
        Some(counted),
        count["working_days"].as_i64(),
    )?;
    equal("the last day", end_of(last, &zone), due)?;
    let said: String = array(&date["explanation"])
        .filter_map(Value::as_str)
        .map(bare)
        .collect();
    let (days, end) = (
        format!("Working days counted: {counted}."),
        format!("ends with {}", long(last)),
    );
    match said.contains(&days) && said.contains(&end) {
        true => Ok(()),
        false => Err(format!(
            "the sentences do not say {days:?} and {end:?}: {said}"
        )),
    }
}

/// Without the marks that keep directions apart.
fn bare(line: &str) -> String {
    line.chars()
        .filter(|c| !matches!(c, '\u{2066}'..='\u{2069}'))
        .collect()
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn long(day: Date) -> String {
    let month = MONTHS[usize::try_from(day.month()).unwrap() - 1];
    format!("{:?} {} {month} {}", day.weekday(), day.day(), day.year())
}

/// "Friday 6 March 2026".
fn read_day(text: &str) -> Result<Date, String> {
    let no = || format!("{text:?} is no day");
    let mut words = text.split_whitespace().rev();
    let (year, month, number) = (words.next(), words.next(), words.next());
    let month = month
        .and_then(|month| MONTHS.iter().position(|it| *it == month))
        .ok_or_else(no)?;
    let year = year.and_then(|it| it.parse().ok()).ok_or_else(no)?;
    let number = number.and_then(|it| it.parse().ok()).ok_or_else(no)?;
    let day = Date::new(year, month as i8 + 1, number).map_err(|_| no())?;
    equal("the weekday belongs to the day", long(day).as_str(), text)?;
    Ok(day)
}

/// What a reader with a pencil has so far.
#[derive(Default)]
struct Pencil {
    last: Option<Date>,
    counted: i64,
    minutes: i64,
    wanted: Option<Wanted>,
    moved_to: Option<Date>,
    until: Option<String>,
}

#[derive(Clone, Copy)]
enum Wanted {
    Days(i64),
    Hours(i64),
}

fn number(text: &str) -> Result<i64, String> {
    text.trim()
        .parse()
        .map_err(|_| format!("{text:?} is no number"))
}

/// A limit of a pack, line by line.
fn limit(clock: &Value, zone: &TimeZone) -> Result<(), String> {
    let Some(due) = clock["due"].as_str() else {
        return Ok(());
    };
    equal("adds_up", clock["adds_up"].as_bool(), Some(true))?;
    let mut pencil = Pencil::default();
    for line in array(&clock["explanation"])
        .filter_map(Value::as_str)
        .map(bare)
    {
        pencil
            .reads(&line)
            .map_err(|flaw| format!("{flaw} ({line})"))?;
    }
    pencil.leg()?;
    let due_on = day(text(clock, "due_on"))?;
    let reached = pencil.moved_to.or(pencil.last);
    if reached.is_some() {
        equal("the day that the count reaches", reached, Some(due_on))?;
    }
    let due: Instant = due.parse().map_err(|_| "no date".to_owned())?;
    let wall = zone.to_datetime(due.timestamp());
    let month = MONTHS[usize::try_from(wall.month()).unwrap() - 1];
    let shown = format!(
        "{} {month} {}, {:02}:{:02}",
        wall.day(),
        wall.year(),
        wall.hour(),
        wall.minute()
    );
    let until = pencil.until.ok_or("no last line")?;
    equal("the last line", until.starts_with(&shown), true)
        .map_err(|no| format!("{no}: {until}, {shown}"))
}

impl Pencil {
    fn reads(&mut self, line: &str) -> Result<(), String> {
        if let Some((days, what)) = line.split_once(" – ") {
            return match self.until {
                // A remark about a year, below the count.
                Some(_) => Ok(()),
                None => self.days(days, what),
            };
        }
        if let Some(n) = line
            .strip_prefix("Days to count: ")
            .or(line.strip_prefix("Working days to count: "))
        {
            return self.begins(Wanted::Days(number(n)?));
        }
        if let Some(n) = line.strip_prefix("Working hours to count: ") {
            return self.begins(Wanted::Hours(number(n)?));
        }
        if let Some((_, n)) = line.split_once(". In days: ") {
            return self.begins(Wanted::Days(number(n)?));
        }
        if let Some((from, to)) = line.split_once(" is no working day; the limit moves to ") {
            equal(
                "it moves from the last day",
                self.last.unwrap_or(read_day(from)?),
                read_day(from)?,
            )?;
            self.moved_to = Some(read_day(to)?);
        }
        if let Some(until) = line.strip_prefix("In time until ") {
            self.until = Some(until.to_owned());
        }
        Ok(())
    }

    fn begins(&mut self, wanted: Wanted) -> Result<(), String> {
        self.leg()?;
        (self.counted, self.minutes, self.wanted) = (0, 0, Some(wanted));
        Ok(())
    }

    fn leg(&self) -> Result<(), String> {
        match self.wanted {
            None => Ok(()),
            Some(Wanted::Days(days)) => equal("days counted", self.counted, days),
            Some(Wanted::Hours(hours)) => equal("minutes counted", self.minutes, hours * 60),
        }
    }

    fn days(&mut self, days: &str, what: &str) -> Result<(), String> {
        let (first, last) = days.split_once(" to ").unwrap_or((days, days));
        let (first, last) = (read_day(first)?, read_day(last)?);
        let long = i64::from((last - first).get_days()) + 1;
        let fresh = self.counted == 0 && self.minutes == 0;
        let worked = what.starts_with("working hours counted");
        if let Some(before) = self.last {
            let next = before.tomorrow().map_err(|_| "no next day".to_owned())?;
            let again = before == first && (fresh || worked);
            equal("the next day", again || first == next, true)?;
        }
        self.last = Some(last);
        let Some(counted) = what.strip_prefix("counted, number") else {
            return match worked {
                true => self.hours(what),
                false => equal(
                    "left out, and it says so",
                    what.contains("left out") || what.contains("not counted"),
                    true,
                ),
            };
        };
        let counted = counted
            .trim_start_matches('s')
            .split(';')
            .next()
            .unwrap_or_default();
        let (from, to) = counted.split_once(" to ").unwrap_or((counted, counted));
        equal("the first number", number(from)?, self.counted + 1)?;
        self.counted += long;
        equal("the last number", number(to)?, self.counted)
    }

    /// "working hours counted; together 3 h 20 min".
    fn hours(&mut self, what: &str) -> Result<(), String> {
        let words: Vec<&str> = what.split_whitespace().collect();
        let at = words.iter().position(|it| *it == "h").ok_or("no hours")?;
        let so_far = number(words[at - 1])? * 60 + number(words[at + 1])?;
        equal("hours only grow", so_far >= self.minutes, true)?;
        self.minutes = so_far;
        Ok(())
    }
}

/// The same date as the counting by hand.
fn by_hand(clock: &Value, code: &str, book: &Book) -> Result<(), String> {
    let mine = book.limits.iter().flatten().find(|it| it.code == code);
    let due = clock["due"]
        .as_str()
        .map(|due| due.parse::<Instant>().expect("a time"));
    equal("the date by hand", due, mine.map(|it| it.due))?;
    let due_on = clock["due_on"].as_str().map(str::to_owned);
    equal(
        "its day by hand",
        due_on,
        mine.map(|it| it.due_on.to_string()),
    )?;
    let running = matches!(clock["standing"].as_str(), Some("running"));
    equal("running", running, mine.is_some_and(|it| it.running))
}
