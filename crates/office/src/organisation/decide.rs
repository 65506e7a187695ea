//! What an organisation may say of itself: the form's fields, read onto what held
//! before. Pure; what is wrong stands beside its field.

use crate::national::{HOLIDAYS, kept, proposed};
use jiff::tz::TimeZone;
use redress_kernel::{
    Lang, Organisation,
    deadline::Step,
    fields::{Field, Fields, Kind},
    holidays::Holidays,
    organisation::Names,
    words::Message,
};

pub const WEEKDAYS: &[&str] = &["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// Fields that the form kit draws; zone and languages have shapes of their own.
pub const NAME: Field = Field::new("organisation-name", Kind::Line(200)).required();
pub const PREFIX: Field = Field::new("reference-prefix", Kind::Line(4))
    .required()
    .hinted();
pub const ZONE: Field = Field::new("time-zone", Kind::Line(60)).required().hinted();
pub const LANGUAGES: Field = Field::new(
    "languages",
    Kind::Several("lang", &["en", "ko", "zh-Hant", "zh-Hans", "lt", "fa"]),
)
.required();
pub const FIRST_LANGUAGE: Field = Field::new("first-language", Kind::Language)
    .required()
    .hinted();
pub const WEEKEND: Field = Field::new("weekend", Kind::Several("weekday", WEEKDAYS));
pub const PHONE: Field = Field::new("office-phone", Kind::Line(100)).hinted();
pub const EMAIL: Field = Field::new("office-email", Kind::Line(254));
pub const ADDRESS: Field = Field::new("office-address", Kind::Text(500));
pub const EXTERNAL: Field = Field::new("outside-body", Kind::Text(500)).hinted();
pub const CURRENCY: Field = Field::new("currency", Kind::Line(3)).required().hinted();
pub const ROC: Field = Field::new("roc-years", Kind::Tick);
pub const NAMES: Field = Field::new(
    "who-knows-names",
    Kind::Choice("who-knows-names", Names::CODES),
)
.hinted();
pub const REMOVE_LOGO: Field = Field::new("remove-logo", Kind::Tick);

/// What the first set-up asks for.
pub const FIRST: &[Field] = &[
    NAME,
    ZONE,
    PREFIX,
    LANGUAGES,
    FIRST_LANGUAGE,
    WEEKEND,
    HOLIDAYS,
    PHONE,
];
pub const WHOLE: &[Field] = &[
    NAME,
    ZONE,
    PREFIX,
    LANGUAGES,
    FIRST_LANGUAGE,
    PHONE,
    EMAIL,
    ADDRESS,
    EXTERNAL,
    CURRENCY,
    ROC,
    NAMES,
    REMOVE_LOGO,
];

/// The organisation as it is typed into these fields; what they do not ask stays.
pub fn accept(fields: &mut Fields, asked: &[Field], before: &Organisation) -> Option<Organisation> {
    fields.check(asked);
    let asks = |field: &Field| asked.iter().any(|one| one.name == field.name);
    let mut it = Organisation {
        name: fields.text(NAME.name),
        time_zone: zone(fields),
        prefix: prefix(fields),
        languages: languages(fields),
        phone: fields.text(PHONE.name),
        ..before.clone()
    };
    if asks(&WEEKEND) {
        it.weekend = weekend(fields);
    }
    if asks(&HOLIDAYS) {
        it.holidays = first_holidays(fields, &it);
    }
    if asks(&CURRENCY) {
        it.email = fields.text(EMAIL.name);
        it.address = fields.text(ADDRESS.name);
        it.external_body = fields.text(EXTERNAL.name);
        it.currency = currency(fields);
        it.roc_years = fields.ticked(ROC.name);
        it.names = Names::from_code(fields.typed(NAMES.name)).unwrap_or(before.names);
    }
    fields.problems().is_empty().then_some(it)
}

/// What is left open is what the time zone proposes, if it proposes anything.
fn first_holidays(fields: &Fields, it: &Organisation) -> Option<Holidays> {
    let typed = fields.text(HOLIDAYS.name);
    let name = match (typed.as_str(), &it.holidays) {
        ("", None) => proposed(&it.time_zone).unwrap_or_default(),
        (name, _) => name,
    };
    kept(name, it.holidays.as_ref())
}

fn zone(fields: &mut Fields) -> String {
    let zone = fields.text(ZONE.name);
    if !zone.is_empty() && TimeZone::get(&zone).is_err() {
        fields.problem(ZONE.name, Message::new("problem-time-zone"));
    }
    zone
}

/// Two to four capital letters, without those that are read as digits.
fn prefix(fields: &mut Fields) -> String {
    let prefix = fields.text(PREFIX.name).to_uppercase();
    let good = (2..=4).contains(&prefix.len()) && prefix.chars().all(|c| c.is_ascii_uppercase());
    if !good && !prefix.is_empty() {
        fields.problem(PREFIX.name, Message::new("problem-prefix"));
    }
    prefix
}

/// The first language leads; the others keep the order of the product.
fn languages(fields: &mut Fields) -> Vec<Lang> {
    let mut languages: Vec<Lang> = fields
        .all(LANGUAGES.name)
        .iter()
        .filter_map(|tag| Lang::from_tag(tag))
        .collect();
    let Some(first) = Lang::from_tag(fields.typed(FIRST_LANGUAGE.name)) else {
        return languages;
    };
    if !languages.contains(&first) && !languages.is_empty() {
        fields.problem(FIRST_LANGUAGE.name, Message::new("problem-first-language"));
    }
    languages.retain(|lang| *lang != first);
    languages.insert(0, first);
    let mut seen = Vec::new();
    languages.retain(|lang| {
        !seen.contains(lang) && {
            seen.push(*lang);
            true
        }
    });
    languages
}

/// An office that never works could keep no promise.
fn weekend(fields: &mut Fields) -> Vec<String> {
    let days = fields.codes(WEEKEND.name);
    if days.len() >= 7 {
        fields.problem(WEEKEND.name, Message::new("problem-weekend"));
    }
    days
}

fn currency(fields: &mut Fields) -> String {
    let currency = fields.text(CURRENCY.name).to_uppercase();
    let good = currency.len() == 3 && currency.chars().all(|c| c.is_ascii_uppercase());
    if !good && !currency.is_empty() {
        fields.problem(CURRENCY.name, Message::new("problem-currency"));
    }
    currency
}

/// What holds now, as the form shows it.
pub fn typed(it: &Organisation) -> Fields {
    let mut fields = Fields::default();
    for (field, value) in [
        (NAME, it.name.as_str()),
        (ZONE, &it.time_zone),
        (PREFIX, &it.prefix),
        (FIRST_LANGUAGE, it.first_language().tag()),
        (PHONE, &it.phone),
        (EMAIL, &it.email),
        (ADDRESS, &it.address),
        (EXTERNAL, &it.external_body),
        (CURRENCY, &it.currency),
        (ROC, if it.roc_years { "1" } else { "" }),
        (NAMES, it.names.code()),
    ] {
        fields.put(field.name, value);
    }
    it.languages
        .iter()
        .for_each(|lang| fields.put(LANGUAGES.name, lang.tag()));
    it.weekend
        .iter()
        .for_each(|day| fields.put(WEEKEND.name, day.as_str()));
    if let Some(list) = &it.holidays {
        fields.put(HOLIDAYS.name, list.calendar());
    }
    fields
}

pub const TARGETS: &[Field] = &[
    Field::new("target-acknowledgement", Kind::Number(0, 365))
        .required()
        .hinted(),
    Field::new("target-assessment", Kind::Number(0, 365))
        .required()
        .hinted(),
    Field::new("target-update", Kind::Number(1, 365))
        .required()
        .hinted(),
    Field::new("target-response", Kind::Number(1, 365))
        .required()
        .hinted(),
    Field::new("target-closure", Kind::Number(1, 365))
        .required()
        .hinted(),
];

/// Target times in working days (6.2). An answer promised before the assessment
/// would be a promise about something that nobody has read.
pub fn accept_targets(fields: &mut Fields, before: &Organisation) -> Option<Organisation> {
    fields.check(TARGETS);
    let mut it = before.clone();
    for (field, step) in TARGETS.iter().zip(Step::ALL) {
        let days = fields
            .number(field.name)
            .and_then(|days| u32::try_from(days).ok())
            .unwrap_or_default();
        let place = match step {
            Step::Acknowledgement => &mut it.targets.acknowledgement,
            Step::Assessment => &mut it.targets.assessment,
            Step::Update => &mut it.targets.update,
            Step::Response => &mut it.targets.response,
            Step::Closure => &mut it.targets.closure,
        };
        *place = days;
    }
    if fields.problems().is_empty() && it.targets.response < it.targets.assessment {
        fields.problem("target-response", Message::new("problem-target-order"));
    }
    fields.problems().is_empty().then_some(it)
}

pub fn typed_targets(it: &Organisation) -> Fields {
    let pairs = TARGETS.iter().zip(Step::ALL);
    Fields::from_pairs(
        pairs.map(|(field, step)| (field.name.to_owned(), it.targets.days(step).to_string())),
    )
}

/// The names to choose a time zone from.
pub fn zone_names() -> Vec<String> {
    const PARTS: [&str; 10] = [
        "Africa",
        "America",
        "Antarctica",
        "Arctic",
        "Asia",
        "Atlantic",
        "Australia",
        "Europe",
        "Indian",
        "Pacific",
    ];
    let known = jiff::tz::db()
        .available()
        .map(|name| name.as_str().to_owned());
    let mut names: Vec<String> = known
        .filter(|name| {
            PARTS
                .iter()
                .any(|part| name.starts_with(&format!("{part}/")))
        })
        .collect();
    names.push("UTC".to_owned());
    names.sort_unstable();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn ferry() -> Organisation {
        let zone = "Europe/Vilnius".to_owned();
        Organisation {
            name: "Blue Ferry Co.".into(),
            time_zone: zone,
            languages: vec![Lang::Lt, Lang::En],
            ..Organisation::default()
        }
    }

    fn changed(name: &str, value: &str) -> (Fields, Option<Organisation>) {
        let mut fields = typed(&ferry());
        fields.take("weekend");
        fields.take(name);
        fields.put(name, value);
        let accepted = accept(&mut fields, WHOLE, &ferry());
        (fields, accepted)
    }

    #[test]
    fn what_is_shown_and_sent_back_changes_nothing() {
        let mut fields = typed(&ferry());
        fields.take("weekend");
        assert_eq!(accept(&mut fields, WHOLE, &ferry()), Some(ferry()));
        let mut fields = typed_targets(&ferry());
        assert_eq!(accept_targets(&mut fields, &ferry()), Some(ferry()));
    }

    #[test]
    fn each_wrong_answer_has_its_sentence() {
        for (name, value, key) in [
            ("time-zone", "Europe/Atlantis", "problem-time-zone"),
            ("reference-prefix", "R2D2", "problem-prefix"),
            ("first-language", "fa", "problem-first-language"),
            ("currency", "€", "problem-currency"),
            ("organisation-name", " ", "problem-required"),
        ] {
            let (fields, accepted) = changed(name, value);
            assert_eq!(accepted, None, "{name}");
            assert_eq!(
                fields
                    .problem_at(name)
                    .map(|problem| problem.message.key.as_str()),
                Some(key),
                "{name}"
            );
        }
    }

    #[test]
    fn the_first_language_leads() {
        let (_, accepted) = changed("first-language", "en");
        assert_eq!(accepted.unwrap().languages, [Lang::En, Lang::Lt]);
    }

    #[test]
    fn an_answer_cannot_be_promised_before_the_assessment() {
        let mut fields = typed_targets(&ferry());
        fields.take("target-response");
        fields.put("target-response", "۱");
        assert_eq!(accept_targets(&mut fields, &ferry()), None);
        assert!(fields.problem_at("target-response").is_some());
    }

    #[test]
    fn an_office_works_on_some_day() {
        let mut fields = typed(&ferry());
        fields.take("weekend");
        WEEKDAYS.iter().for_each(|day| fields.put("weekend", *day));
        assert_eq!(accept(&mut fields, FIRST, &ferry()), None);
    }
}
