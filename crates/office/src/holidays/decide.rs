//! One decision about one list, read onto what held before: a day, or the newer list.

use jiff::civil::Date;
use redress_kernel::{
    Organisation,
    fields::{Field, Fields, Kind},
    organisation::{Decreed, InUse},
    words::Message,
};
use redress_packs::calendars::{self, IDS};

pub const LIST: Field = Field::new("list", Kind::Choice("holidays", &IDS)).required();
pub const DAY: Field = Field::new("list-day", Kind::Date);
pub const DAY_IS: Field = Field::new(
    "day-is",
    Kind::Choice("day-is", &["off", "works", "listed"]),
);
pub const REASON: Field = Field::new("day-name", Kind::Line(80)).hinted();
pub const NEWEST: Field = Field::new("newest-list", Kind::Tick).hinted();
pub const FORM: &[Field] = &[LIST, DAY, DAY_IS, REASON, NEWEST];

/// Sudden holidays are few; more than this is a list of its own.
const DAYS_MAX: usize = 100;

/// What holds stands below the form: a decision begins empty.
pub fn typed(_: &Organisation) -> Fields {
    let mut fields = Fields::default();
    fields.put(DAY_IS.name, "off");
    fields
}

pub fn accept(fields: &mut Fields, before: &Organisation) -> Option<Organisation> {
    fields.check(FORM);
    let id = fields.text(LIST.name);
    let (day, newest) = (fields.date(DAY.name), fields.ticked(NEWEST.name));
    if day.is_none() && !newest && fields.problem_at(DAY.name).is_none() {
        fields.problem(DAY.name, Message::new("problem-required"));
    }
    let delivered = calendars::national(&id)?;
    let mut list = before.in_use(&id).cloned().unwrap_or(InUse {
        version: delivered.version.clone(),
        calendar: id,
        days: Vec::new(),
    });
    if newest {
        list.version.clone_from(&delivered.version);
    }
    if let Some(day) = day {
        decided(&mut list.days, day, fields);
    }
    if list.days.len() > DAYS_MAX {
        fields.problem(
            DAY.name,
            Message::new("problem-closed-many").with("max", DAYS_MAX),
        );
    }
    fields
        .problems()
        .is_empty()
        .then(|| with_list(before.clone(), list))
}

/// The day as it is from now on; as the list has it, it is decided no more.
fn decided(days: &mut Vec<Decreed>, day: Date, fields: &mut Fields) {
    let (is, name) = (fields.text(DAY_IS.name), fields.text(REASON.name));
    days.retain(|it| it.day != day);
    if is == "listed" {
        return;
    }
    if name.is_empty() {
        fields.problem(REASON.name, Message::new("problem-required"));
    }
    let works = is == "works";
    days.push(Decreed { day, works, name });
    days.sort_by_key(|it| it.day);
}

/// A list without a decision stays named: complaints that were counted otherwise are
/// counted by it again.
fn with_list(mut it: Organisation, list: InUse) -> Organisation {
    it.national.retain(|known| known.calendar != list.calendar);
    it.national.push(list);
    it.national.sort_by(|a, b| a.calendar.cmp(&b.calendar));
    it
}

/// The lists that count here: by a decision, for a pack, or as the office's own.
pub fn lists(it: &Organisation) -> Vec<InUse> {
    let own = it.holidays.iter().map(|held| held.calendar().to_owned());
    let packs = it.packs.iter().map(|pack| pack.calendar.clone());
    let decided = it.national.iter().map(|list| list.calendar.clone());
    let mut ids: Vec<String> = own.chain(packs).chain(decided).collect();
    ids.sort();
    ids.dedup();
    let list = |id: String| match it.in_use(&id) {
        Some(list) => Some(list.clone()),
        None => Some(InUse {
            version: calendars::national(&id)?.version.clone(),
            calendar: id,
            days: Vec::new(),
        }),
    };
    ids.into_iter().filter_map(list).collect()
}

/// The version that this release has, where another one counts.
pub fn newer(list: &InUse) -> Option<&'static str> {
    let delivered = calendars::national(&list.calendar)?;
    (delivered.version != list.version).then_some(delivered.version.as_str())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use jiff::civil::date;

    fn given(pairs: &[(&str, &str)], before: &Organisation) -> (Fields, Option<Organisation>) {
        let mut fields = Fields::default();
        pairs
            .iter()
            .for_each(|(name, value)| fields.put(name, *value));
        let it = accept(&mut fields, before);
        (fields, it)
    }

    const SUDDEN: &[(&str, &str)] = &[
        ("list", "KR"),
        ("list-day", "2027-01-27"),
        ("day-is", "off"),
        ("day-name", "Temporary holiday"),
    ];

    #[test]
    fn a_sudden_holiday_is_kept_with_its_list_and_taken_back_by_the_list() {
        let (_, it) = given(SUDDEN, &Organisation::default());
        let it = it.unwrap();
        let list = it.in_use("KR").unwrap();
        assert_eq!(list.version, calendars::national("KR").unwrap().version);
        assert_eq!(list.days[0].day, date(2027, 1, 27));
        let back = [
            ("list", "KR"),
            ("list-day", "2027-01-27"),
            ("day-is", "listed"),
        ];
        let (_, it) = given(&back, &it);
        assert_eq!(it.unwrap().in_use("KR").unwrap().days, []);
    }

    #[test]
    fn a_day_has_a_reason_and_a_decision_is_about_something() {
        let without = &SUDDEN[..3];
        let (fields, it) = given(without, &Organisation::default());
        assert!(it.is_none() && fields.problem_at("day-name").is_some());
        let (fields, it) = given(&SUDDEN[..1], &Organisation::default());
        assert!(it.is_none() && fields.problem_at("list-day").is_some());
        let (fields, it) = given(&[("list", "XX")], &Organisation::default());
        assert!(it.is_none() && fields.problem_at("list").is_some());
    }

    #[test]
    fn the_newer_list_of_a_release_is_taken_by_a_decision_and_not_by_itself() {
        let older = InUse {
            calendar: "KR".into(),
            version: "2020-01-01".into(),
            days: Vec::new(),
        };
        let before = with_list(Organisation::default(), older);
        assert!(newer(before.in_use("KR").unwrap()).is_some());
        let (_, it) = given(SUDDEN, &before);
        assert_eq!(it.unwrap().in_use("KR").unwrap().version, "2020-01-01");
        let (_, it) = given(&[("list", "KR"), ("newest-list", "1")], &before);
        assert_eq!(newer(it.unwrap().in_use("KR").unwrap()), None);
    }
}
