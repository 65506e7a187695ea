//! What is typed about the public pages, read onto what held before. Pure.

use redress_kernel::{
    Lang, Organisation,
    fields::{Field, Fields, Kind, latin_digits},
    portal::{Hours, Portal, PortalText, WAYS},
    words::Message,
};

pub const OFFERED: Field = Field::new("ways-offered", Kind::Several("portal-way", WAYS));
pub const HOURS: Field = Field::new("opening-hours", Kind::Text(1_000)).hinted();

pub const TEXT_MAX: usize = 2_000;
const LINES_MAX: usize = 14;
const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// The three texts of each language, by the first half of their field's name.
pub const PARTS: [&str; 3] = ["introduction", "visit", "outside"];

pub fn name(part: &str, lang: Lang) -> String {
    format!("{part}-{}", lang.tag())
}

pub fn accept(fields: &mut Fields, before: &Organisation) -> Option<Organisation> {
    let offered = fields.codes(OFFERED.name);
    // Somebody who wants to complain must find one door open.
    if !WAYS
        .iter()
        .any(|way| offered.iter().any(|code| code == way))
    {
        fields.problem(OFFERED.name, Message::new("problem-no-way"));
    }
    let off = WAYS
        .iter()
        .filter(|way| offered.iter().all(|code| code != *way));
    let portal = Portal {
        off: off.map(|way| (*way).to_owned()).collect(),
        hours: hours(fields),
        texts: Lang::ALL
            .into_iter()
            .map(|lang| (lang, text(fields, lang)))
            .filter(|(_, text)| !text.is_empty())
            .collect(),
    };
    fields.problems().is_empty().then(|| Organisation {
        portal,
        ..before.clone()
    })
}

fn text(fields: &mut Fields, lang: Lang) -> PortalText {
    let mut read = |part: &str| {
        let name = name(part, lang);
        let typed = fields.text(&name);
        let length = typed.chars().count();
        if length > TEXT_MAX {
            let long = Message::new("problem-too-long")
                .with("max", TEXT_MAX)
                .with("length", length);
            fields.problem(&name, long);
        }
        typed
    };
    PortalText {
        introduction: read("introduction"),
        visit: read("visit"),
        outside: read("outside"),
    }
}

/// One line of days and times each: `mon tue wed thu fri 09:00-17:00`.
fn hours(fields: &mut Fields) -> Vec<Hours> {
    let typed = latin_digits(&fields.text(HOURS.name)).to_lowercase();
    let lines: Vec<&str> = typed
        .lines()
        .filter(|line| !line.trim().is_empty())
        .collect();
    let read: Vec<Option<Hours>> = lines.iter().map(|line| line_of(line)).collect();
    if read.contains(&None) || lines.len() > LINES_MAX {
        fields.problem(HOURS.name, Message::new("problem-opening-hours"));
    }
    read.into_iter().flatten().collect()
}

fn line_of(line: &str) -> Option<Hours> {
    let plain = line.replace(['–', '—'], "-");
    let (days, times) = plain.trim().rsplit_once(' ')?;
    let (from, until) = times.split_once('-')?;
    let hours = Hours {
        days: days
            .split_whitespace()
            .map(day_of)
            .collect::<Option<Vec<_>>>()?
            .concat(),
        from: from.to_owned(),
        until: until.to_owned(),
    };
    let (_, opens, closes) = hours.read()?;
    (opens < closes).then_some(hours)
}

/// `mon`, or the run `mon-fri`.
fn day_of(word: &str) -> Option<Vec<String>> {
    let at = |name: &str| DAYS.iter().position(|day| *day == name);
    let (first, last) = word.split_once('-').unwrap_or((word, word));
    let run = DAYS.get(at(first)?..=at(last)?)?;
    (!run.is_empty()).then(|| run.iter().map(|day| (*day).to_owned()).collect())
}

/// What holds now, as the form shows it.
pub fn typed(it: &Organisation) -> Fields {
    let mut fields = Fields::default();
    for way in WAYS.iter().filter(|way| it.portal.offers(way)) {
        fields.put(OFFERED.name, *way);
    }
    let line = |hours: &Hours| format!("{} {}-{}", hours.days.join(" "), hours.from, hours.until);
    let lines: Vec<String> = it.portal.hours.iter().map(line).collect();
    fields.put(HOURS.name, lines.join("\n"));
    for (lang, text) in &it.portal.texts {
        for (part, value) in PARTS
            .iter()
            .zip([&text.introduction, &text.visit, &text.outside])
        {
            fields.put(&name(part, *lang), value.as_str());
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn given(pairs: &[(&str, &str)]) -> (Fields, Option<Organisation>) {
        let mut fields = Fields::from_pairs(
            pairs
                .iter()
                .map(|(n, v)| ((*n).to_owned(), (*v).to_owned())),
        );
        let it = accept(&mut fields, &Organisation::default());
        (fields, it)
    }

    #[test]
    fn what_is_shown_and_sent_back_changes_nothing() {
        let (_, it) = given(&[
            ("ways-offered", "web"),
            ("ways-offered", "phone"),
            ("opening-hours", "mon-fri ۰۹:۰۰–۱۷:۰۰\nsat 10:00-12:00"),
            ("introduction-lt", "Sveiki"),
        ]);
        let it = it.unwrap();
        assert!(it.portal.offers("phone") && !it.portal.offers("letter"));
        assert_eq!(
            it.portal
                .hours
                .iter()
                .map(|h| h.days.len())
                .collect::<Vec<_>>(),
            [5, 1]
        );
        assert_eq!(accept(&mut typed(&it), &Organisation::default()), Some(it));
    }

    #[test]
    fn one_way_stays_open_and_hours_are_hours() {
        let (fields, it) = given(&[]);
        assert!(it.is_none() && fields.problem_at("ways-offered").is_some());
        for wrong in [
            "always",
            "mon 9-17",
            "mon 17:00-09:00",
            "fri-mon 09:00-10:00",
        ] {
            let (fields, it) = given(&[("ways-offered", "web"), ("opening-hours", wrong)]);
            assert!(
                it.is_none() && fields.problem_at("opening-hours").is_some(),
                "{wrong}"
            );
        }
    }
}
