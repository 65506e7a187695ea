//! One clock of a version: its rule, what it serves and where it was read.

use super::{FACT, notes, texts};
use crate::pack::{Clock, Confidence, lint, section::Section};
use jiff::civil::Time;
use redress_kernel::clock::{
    CountedFrom, DueAt, Extension, FactKind, FirstDay, Lead, Level, Pause, PausedDays, Roll, Rule,
    Rung, Unit, Whose,
};

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

pub(super) fn clock(of: &Section<'_>) -> Option<Clock> {
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
        "consent_from",
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
    let consent_from = of
        .has("consent_from")
        .then(|| of.number("consent_from", 1..13))
        .flatten();
    if consent_from > times {
        of.wrong(of.at, "`consent_from`: expected at most as many as `times`");
    }
    Some(Extension {
        consent_from,
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
