//! One pack as it stands on the page: its clocks, its doubts, its letters.

use redress_kernel::{
    Lang,
    clock::{DueAt, Extension, FirstDay, PausedDays, Rule, Unit, Whose},
};
use redress_packs::pack::{Clock, Confidence, Letter, Pack, Version};
use std::fmt::Write;

pub fn of(pack: &Pack) -> String {
    let calendar = match (&pack.calendar, &pack.zone) {
        (Some(id), Some(zone)) => format!("Calendar `{id}`, {zone}"),
        (Some(id), None) => format!("Calendar `{id}`"),
        (None, _) => "No default calendar: it has to be chosen".to_owned(),
    };
    let title = pack.title.get(Lang::En);
    let cases = pack.golden.len();
    let mut page = format!(
        "## {}: {title}\n\n{calendar}; {cases} golden cases.\n\n",
        pack.id
    );
    let mut before = None;
    for (place, version) in pack.versions.iter().enumerate() {
        page += &head(version, pack.versions.get(place + 1));
        page += &match before {
            Some(before) if same(before, version) => changed(before, version),
            _ => table(version),
        };
        before = Some(version);
    }
    page + &told(pack) + &letters(pack)
}

fn head(version: &Version, next: Option<&Version>) -> String {
    let Version {
        from,
        source,
        review_on,
        ..
    } = version;
    let until = next.map_or(String::new(), |it| format!(", before {}", it.from));
    format!("Received from {from}{until}: {source}. To be reviewed by {review_on}.\n\n")
}

fn same(before: &Version, after: &Version) -> bool {
    before.clocks == after.clocks
}

/// What a version brings whose clocks are those of the one before.
fn changed(before: &Version, after: &Version) -> String {
    let mut text = "The clocks are the same as before.\n\n".to_owned();
    for letter in &after.letters {
        let known = |it: &&Letter| it.kind == letter.kind && it.outcome == letter.outcome;
        let old = before.letters.iter().find(known);
        let new = letter.blocks.iter();
        let new = new.filter(|block| old.is_none_or(|old| !old.blocks.contains(block)));
        let new: Vec<String> = new.map(|it| format!("`{it}`")).collect();
        if !new.is_empty() {
            let _ = write!(
                text,
                "- The letter `{}` now also has: {}.\n\n",
                letter.kind,
                new.join(", ")
            );
        }
    }
    text
}

fn table(version: &Version) -> String {
    let head = "| clock | limit | counted from | more time | source | confidence |\n|---|---|---|---|---|---|\n";
    let rows: String = version.clocks.iter().map(row).collect();
    format!("{head}{rows}\n")
}

fn row(clock: &Clock) -> String {
    let cells = [
        format!("`{}`", clock.id),
        limit(clock),
        start(&clock.rule),
        more(&clock.rule),
        clock.source.clone(),
        clock.confidence.name().to_owned(),
    ];
    let cells: Vec<String> = cells.iter().map(|it| it.replace('|', "\\|")).collect();
    format!("| {} |\n", cells.join(" | "))
}

fn amount(amount: u32, unit: Unit) -> String {
    let unit = match unit {
        Unit::CalendarDay => "calendar day",
        Unit::BusinessDay => "working day",
        Unit::WorkingHour => "working hour",
        Unit::Week => "week",
        Unit::Month => "month",
    };
    format!("{amount} {unit}{}", if amount == 1 { "" } else { "s" })
}

fn limit(clock: &Clock) -> String {
    let rule = &clock.rule;
    let mut limit = amount(rule.amount, rule.unit);
    if rule.first_day == FirstDay::Counted {
        limit += ", the first day counts";
    }
    if rule.due_at == DueAt::CloseOfBusiness {
        limit += ", close of business";
    }
    if rule.window {
        let _ = write!(limit, " (a chance; lifts {})", rule.lifts.join(", "));
    }
    match rule.whose {
        Whose::Organisation => {}
        Whose::Complainant => limit += " (of the complainant)",
        Whose::Authority => limit += " (of the authority)",
    }
    if !clock.applies_when.is_empty() {
        let _ = write!(limit, "; for {}", clock.applies_when.join(", "));
    }
    limit
}

fn start(rule: &Rule) -> String {
    let mut start = match rule.start.name() {
        "received" => "receipt anywhere in the organisation".to_owned(),
        "sent-to-company" => "the day it was sent to the company".to_owned(),
        other => format!("`{other}`"),
    };
    for kind in &rule.restarts_by {
        let _ = write!(start, "; anew from each `{kind}`");
    }
    if let Some(id) = &rule.start_otherwise {
        let _ = write!(start, "; without it from the end of `{id}`");
    }
    if let Some(id) = &rule.independent_of {
        let _ = write!(start, "; by another person than `{id}`");
    }
    start
}

fn more(rule: &Rule) -> String {
    let mut more: Vec<String> = rule.extension.iter().map(extension).collect();
    more.extend(rule.paused_by.iter().map(|pause| {
        let days = match pause.days {
            PausedDays::FromFirst => "",
            PausedDays::Between => ", the whole days in between",
            PausedDays::ThroughLast => ", both days left out",
        };
        format!("stops from `{}` to `{}`{days}", pause.from, pause.to)
    }));
    if rule.end_roll_in_law.is_some() {
        more.push("rolling on not verified".to_owned());
    }
    if more.is_empty() {
        "–".to_owned()
    } else {
        more.join("; ")
    }
}

fn extension(extension: &Extension) -> String {
    let times = match extension.times {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        times => format!("{times} times"),
    };
    let approver = extension.approver.name().replace('-', " ");
    let reason = if extension.reason { ", reason" } else { "" };
    let notice = if extension.notice.is_some() {
        ", notice"
    } else {
        ""
    };
    let amount = amount(extension.amount, extension.unit);
    format!("{times} {amount} ({approver}{reason}{notice})")
}

/// The notes, each once, with the clock if only one has it.
fn told(pack: &Pack) -> String {
    let mut notes: Vec<(Option<&str>, &str)> = Vec::new();
    let own = pack.notes.iter().map(|it| (None, it));
    let versions = pack.versions.iter().flat_map(|version| {
        let clocks = version.clocks.iter();
        let clocks = clocks.filter_map(|it| Some((Some(it.id.as_str()), it.notes.as_ref()?)));
        version.notes.iter().map(|it| (None, it)).chain(clocks)
    });
    for (clock, text) in own.chain(versions) {
        let text = text.get(Lang::En);
        match notes.iter_mut().find(|(_, known)| *known == text) {
            Some((known, _)) if *known != clock => *known = None,
            Some(_) => {}
            None => notes.push((clock, text)),
        }
    }
    if notes.is_empty() {
        return "The administrator is told nothing beyond the table.\n\n".to_owned();
    }
    let lines = notes.iter().map(|(clock, text)| match clock {
        Some(id) => format!("- `{id}`: {text}\n"),
        None => format!("- {text}\n"),
    });
    format!(
        "The administrator is told:\n\n{}\n",
        lines.collect::<String>()
    )
}

fn letters(pack: &Pack) -> String {
    let Some(version) = pack.versions.last() else {
        return String::new();
    };
    let lines: String = version.letters.iter().map(letter).collect();
    format!("Letters that are not sent without:\n\n{lines}\n")
}

fn letter(letter: &Letter) -> String {
    let outcome = letter.outcome.as_ref();
    let outcome = outcome.map_or(String::new(), |it| format!(" (outcome `{it}`)"));
    let doubt = letter.confidence.filter(|it| *it != Confidence::High);
    let doubt = doubt.map_or(String::new(), |it| format!("; confidence {}", it.name()));
    let blocks = letter.blocks.join(", ");
    format!(
        "- `{}`{outcome}: {blocks} ({}{doubt})\n",
        letter.kind, letter.source
    )
}
