//! From TOML to a pack. Strict: what is unknown is refused with its line, and
//! everything that is wrong is told at once.

mod clock;
mod golden;

use super::{
    Confidence, GOLDEN_MIN, Golden, Letter, Pack, Problem, Texts, Version, lint,
    section::{Page, Section},
};
use clock::clock;
use golden::golden;
use redress_kernel::{Lang, calendar::Hours};
use toml::de::DeTable;

/// Larger than any pack; what is larger was not meant for us.
const BYTES_MAX: usize = 1_000_000;
const FACT: &str = "a kind of fact (the list stands in the guide on rule packs)";

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
