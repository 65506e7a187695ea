//! From TOML to a pack. Strict: what is unknown is refused with its line, and
//! everything that is wrong is told at once.

use super::{
    Clock, Confidence, GOLDEN_MIN, Golden, Letter, Pack, Problem, Texts, Version,
    golden::Set,
    lint,
    section::{Page, Section},
};
use jiff::civil::Time;
use redress_kernel::{
    Instant, Lang,
    calendar::Hours,
    clock::{
        CountedFrom, DueAt, Extension, FactKind, FirstDay, Happened, Lead, Level, Pause,
        PausedDays, Roll, Rule, Rung, Unit, Whose,
    },
};
use toml::de::DeTable;

/// Larger than any pack; what is larger was not meant for us.
const BYTES_MAX: usize = 1_000_000;
const FACT: &str = "a kind of fact (the list stands in the guide on rule packs)";
const MOMENT: &str = "an instant with its offset such as 2026-12-24T10:00:00+09:00";

/// Reads and lints a pack; its golden cases are run by `Pack::check`.
pub fn read(file: &str, text: &str) -> Result<Pack, Vec<Problem>> {
    let page = Page::new(file, text);
    let mut pack = None;
    if text.len() > BYTES_MAX {
        page.wrong(0, format!("expected at most {BYTES_MAX} bytes"));
    } else {
        match DeTable::parse(text) {
            Ok(table) => {
                let section = Section::new(&page, table.get_ref(), 0);
                pack = whole(&section);
            }
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start);
                page.wrong(at, format!("not TOML: {}", error.message()));
            }
        }
    }
    match (page.problems(), pack) {
        (problems, Some(pack)) if problems.is_empty() => Ok(pack),
        (problems, _) => Err(problems),
    }
}

fn whole(of: &Section<'_>) -> Option<Pack> {
    of.only(&[
        "id",
        "title",
        "calendar",
        "ask_calendar",
        "zone",
        "hours",
        "notes",
        "version",
        "golden",
    ]);
    let id = of.parsed("id", "small letters, digits and hyphens", lint::id);
    let title = texts(of, "title");
    let calendar = of.parsed_if("calendar", &lint::calendars(), lint::calendar);
    let zone = of.parsed_if("zone", "a time zone that is known here", lint::zone);
    let sections = of.sections("version", "version");
    let versions: Vec<_> = sections
        .iter()
        .filter_map(|section| Some((version(section)?, section.at)))
        .collect();
    lint::versions(of, &versions);
    let versions: Vec<Version> = versions.into_iter().map(|(version, _)| version).collect();
    let cases = of.sections("golden", "golden");
    let golden: Vec<Golden> = cases.iter().filter_map(golden).collect();
    let pack = Pack {
        id: id?.value,
        title: title?,
        calendar: calendar.map(|it| it.value),
        ask_calendar: of.flag("ask_calendar"),
        zone: zone.map(|it| it.value),
        hours: hours(of),
        notes: notes(of),
        versions,
        golden,
    };
    if !of.has("calendar") && !pack.ask_calendar {
        of.wrong(0, "expected `calendar`, or `ask_calendar = true`");
    }
    if cases.len() < GOLDEN_MIN {
        let count = cases.len();
        let what = format!("expected at least {GOLDEN_MIN} golden cases, not {count}");
        of.wrong(of.at, what);
    }
    // What is wrong already would only echo in the cases.
    if of.fine() {
        lint::golden(of, &pack, &cases);
    }
    Some(pack)
}

/// All six languages, none more.
fn texts(of: &Section<'_>, key: &str) -> Option<Texts> {
    if !of.has(key) {
        of.wrong(
            of.at,
            format!("`{key}` is missing; expected a table with six languages"),
        );
    }
    let section = of.section_if(key, "a text in six languages")?;
    let mut texts = Texts::default();
    let tags: Vec<&str> = Lang::ALL.iter().map(|lang| lang.tag()).collect();
    section.only(&tags);
    let mut all = true;
    for lang in Lang::ALL {
        match section.text(lang.tag()) {
            Some(text) => texts.set(lang, text.value),
            None => all = false,
        }
    }
    all.then_some(texts)
}

fn notes(of: &Section<'_>) -> Option<Texts> {
    of.has("notes").then(|| texts(of, "notes"))?
}

fn hours(of: &Section<'_>) -> Option<Hours> {
    let section = of.section_if("hours", "hours")?;
    section.only(&["weekdays", "mon", "tue", "wed", "thu", "fri", "sat", "sun"]);
    let mut hours = spans(&section, "weekdays", Hours::default(), |_, spans| {
        Hours::read(spans)
    });
    for key in section.keys() {
        if let Some(day) =
            redress_kernel::calendar::weekday(key.value).filter(|_| key.value.len() == 3)
        {
            hours = spans(&section, key.value, hours, |hours, spans| {
                hours.on(day, spans)
            });
        }
    }
    Some(hours)
}

fn spans<E>(
    of: &Section<'_>,
    key: &str,
    before: Hours,
    read: impl Fn(Hours, &[&str]) -> Result<Hours, E>,
) -> Hours {
    let texts = of.texts(key);
    if texts.is_empty() && !of.has(key) {
        return before;
    }
    let spans: Vec<&str> = texts.iter().map(|text| text.value).collect();
    read(before, &spans).unwrap_or_else(|_| {
        let at = texts.first().map_or(of.at, |text| text.at);
        of.wrong(
            at,
            format!("`{key}`: expected at most four spans in order, such as \"09:00-12:00\""),
        );
        before
    })
}

fn version(of: &Section<'_>) -> Option<Version> {
    of.only(&[
        "from",
        "until",
        "review_on",
        "source",
        "notes",
        "clock",
        "letter",
    ]);
    let from = of.day("from");
    let until = of.day_if("until").map(|it| it.value);
    let review_on = of.day("review_on");
    if let (Some(from), Some(review)) = (&from, &review_on)
        && review.value <= from.value
    {
        of.wrong(review.at, "`review_on`: expected a day after `from`");
    }
    let source = of.text("source");
    let sections = of.sections("clock", "version.clock");
    let clocks: Vec<_> = sections
        .iter()
        .filter_map(|section| Some((clock(section)?, section.at)))
        .collect();
    if sections.is_empty() {
        of.wrong(of.at, "expected at least one clock in a version");
    }
    if clocks.len() == sections.len() {
        lint::clocks(of, &clocks);
    }
    let letters = of.sections("letter", "version.letter");
    Some(Version {
        from: from?.value,
        until,
        review_on: review_on?.value,
        source: source?.value.to_owned(),
        notes: notes(of),
        clocks: clocks.into_iter().map(|(clock, _)| clock).collect(),
        letters: letters.iter().filter_map(letter).collect(),
    })
}

const CLOCK: [&str; 28] = [
    "id",
    "title",
    "clause",
    "applies_when",
    "start",
    "start_otherwise",
    "restarts_by",
    "amount",
    "unit",
    "first_day",
    "end_roll",
    "end_roll_in_law",
    "cut_off",
    "due_at",
    "satisfied_by",
    "ended_by",
    "paused_by",
    "extension",
    "window",
    "lifts",
    "whose",
    "independent_of",
    "warn_before",
    "escalate_to",
    "source",
    "confidence",
    "notes",
    "review_on",
];

fn clock(of: &Section<'_>) -> Option<Clock> {
    of.only(&CLOCK);
    let id = of.parsed("id", "small letters, digits and hyphens", lint::id);
    let title = texts(of, "title");
    let clause = of.parsed("clause", "a clause such as 7.8", lint::clause);
    let source = of.text("source");
    let confidence = of.choice("confidence", &Confidence::NAMES, Confidence::named);
    let extension = of.section_if("extension", "version.clock.extension");
    let extension_source = extension.as_ref().and_then(|it| it.text_if("source"));
    let applies_when = of.all("applies_when", "a code in small letters", lint::id);
    let (notes, review_on) = (notes(of), of.day_if("review_on"));
    let rule = rule(of, extension);
    let id = id?.value;
    Some(Clock {
        rule: Rule {
            id: id.clone(),
            ..rule?
        },
        id,
        title: title?,
        clause: clause?.value,
        applies_when,
        source: source?.value.to_owned(),
        extension_source: extension_source.map(|it| it.value.to_owned()),
        confidence: confidence?,
        notes,
        review_on: review_on.map(|it| it.value),
    })
}

fn rule(of: &Section<'_>, section: Option<Section<'_>>) -> Option<Rule> {
    let facts = |key| of.all(key, FACT, FactKind::named);
    let names = |key| of.all(key, "the id of a clock", lint::id);
    let start = of.parsed("start", FACT, FactKind::named);
    let unit = of.choice("unit", Unit::NAMES, Unit::named);
    let amount = of.number("amount", 1..lint::most(unit) + 1);
    let first_day = of.choice("first_day", FirstDay::NAMES, FirstDay::named);
    let end_roll = of.choice("end_roll", Roll::NAMES, Roll::named);
    let asked = section.is_some();
    let extension = section.and_then(|it| self::extension(&it));
    let rule = Rule {
        start: start?.value,
        start_otherwise: of
            .parsed_if("start_otherwise", "the id of a clock", lint::id)
            .map(|it| it.value),
        restarts_by: facts("restarts_by"),
        first_day: first_day?,
        end_roll: end_roll?,
        end_roll_in_law: of.choice_if("end_roll_in_law", Roll::NAMES, Roll::named),
        cut_off: of
            .parsed_if("cut_off", "a time such as 17:00", time)
            .map(|it| it.value),
        paused_by: of
            .sections("paused_by", "paused_by")
            .iter()
            .filter_map(pause)
            .collect(),
        satisfied_by: facts("satisfied_by"),
        ended_by: facts("ended_by"),
        window: of.flag("window"),
        lifts: names("lifts"),
        whose: of
            .choice_if("whose", Whose::NAMES, Whose::named)
            .unwrap_or_default(),
        independent_of: of
            .parsed_if("independent_of", "the id of a clock", lint::id)
            .map(|it| it.value),
        warn_before: of.all(
            "warn_before",
            "a time before the end such as 5d, 2bd or 4wh",
            Lead::named,
        ),
        escalate_to: ladder(of),
        ..Rule::new("", amount?, unit?)
    };
    let due_at = of.choice_if("due_at", DueAt::NAMES, DueAt::named);
    let rule = Rule {
        due_at: due_at.unwrap_or(rule.due_at),
        extension,
        ..rule
    };
    lint::rule(of, &rule);
    (rule.extension.is_some() == asked).then_some(rule)
}

fn time(text: &str) -> Option<Time> {
    (text.len() == 5).then(|| text.parse().ok())?
}

fn pause(of: &Section<'_>) -> Option<Pause> {
    of.only(&["from", "to", "days"]);
    let from = of.parsed("from", FACT, FactKind::named);
    let to = of.parsed("to", FACT, FactKind::named);
    let days = of.choice_if("days", PausedDays::NAMES, PausedDays::named);
    let (from, to) = (from?, to?);
    if from.value == to.value {
        of.wrong(
            to.at,
            "`to`: expected another fact than the one that begins the pause",
        );
    }
    Some(Pause {
        from: from.value,
        to: to.value,
        days: days.unwrap_or_default(),
    })
}

fn extension(of: &Section<'_>) -> Option<Extension> {
    of.only(&[
        "amount",
        "unit",
        "times",
        "approver",
        "reason",
        "notice",
        "counted_from",
        "source",
    ]);
    let unit = of.choice("unit", Unit::NAMES, Unit::named);
    let amount = of.number("amount", 1..lint::most(unit) + 1);
    let times = of.number("times", 1..13);
    let approver = of.choice("approver", Level::NAMES, Level::named);
    let counted_from = of.choice("counted_from", CountedFrom::NAMES, CountedFrom::named);
    let notice = of.parsed_if("notice", FACT, FactKind::named);
    if counted_from == Some(CountedFrom::Start) && times.is_some_and(|times| times > 1) {
        of.wrong(
            of.at,
            "`times`: expected 1, because the amount replaces the whole period",
        );
    }
    Some(Extension {
        amount: amount?,
        unit: unit?,
        counted_from: counted_from?,
        times: times?,
        approver: approver?,
        reason: of.flag("reason"),
        notice: notice.map(|it| it.value),
    })
}

/// Names, or tables with the time after expiry.
fn ladder(of: &Section<'_>) -> Vec<Rung> {
    let expected = Level::NAMES.join(", ");
    let mut ladder = Vec::new();
    for (days, entry) in (0..).zip(of.mixed("escalate_to", "escalate_to")) {
        let rung = match entry {
            Ok(name) => {
                let to = Level::named(name.value);
                if to.is_none() {
                    let what = format!(
                        "`escalate_to`: expected one of {expected}, not `{}`",
                        name.value
                    );
                    of.wrong(name.at, what);
                }
                to.map(|to| Rung {
                    to,
                    after: Lead::BusinessDays(days),
                })
            }
            Err(table) => {
                table.only(&["to", "after"]);
                let to = table.choice("to", Level::NAMES, Level::named);
                let after = table.parsed("after", "a time such as 1bd or 4wh", Lead::named);
                to.zip(after).map(|(to, after)| Rung {
                    to,
                    after: after.value,
                })
            }
        };
        ladder.extend(rung);
    }
    ladder
}

fn letter(of: &Section<'_>) -> Option<Letter> {
    of.only(&["kind", "outcome", "blocks", "source", "confidence"]);
    let kind = of.parsed("kind", "a code in small letters", lint::id);
    let outcome = of.parsed_if("outcome", "a code in small letters", lint::id);
    let blocks = of.all("blocks", "a code in small letters", lint::id);
    let source = of.text("source");
    if blocks.is_empty() {
        of.wrong(of.at, "expected at least one block in a letter");
    }
    Some(Letter {
        kind: kind?.value,
        outcome: outcome.map(|it| it.value),
        blocks,
        source: source?.value.to_owned(),
        confidence: of.choice_if("confidence", &Confidence::NAMES, Confidence::named),
    })
}

fn golden(of: &Section<'_>) -> Option<Golden> {
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
