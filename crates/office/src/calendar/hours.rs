//! The hours of the office (6.2, 7.2): a line for each weekday, or none at all. Limits in
//! working hours and reminders go by them. Where nothing is set, the office counts as
//! open from nine to five, and a rule pack counts by hours of its own.

use askama::Template;
use redress_complaint::clocks::counts_hours;
use redress_kernel::{
    Organisation,
    calendar::{Hours, Span, WEEKDAYS},
    fields::{Field, Fields, Kind, latin_digits},
    words::Message,
};
use redress_packs::{calendars, pack::pack};
use redress_web::{Html, Voice};
use serde_json::{Value, json};

/// Four spans with room to breathe.
const LINE_MAX: usize = 80;

pub const fn field(name: &'static str) -> Field {
    Field::new(name, Kind::Line(LINE_MAX))
}

fn name(day: &str) -> String {
    format!("hours-{day}")
}

/// None where no day has hours. Where one has, every day that is worked needs some. Who
/// says nothing of hours changes nothing.
pub fn read(fields: &mut Fields, weekend: &[String], before: Option<Hours>) -> Option<Hours> {
    if !fields.names().any(|its| its.starts_with("hours-")) {
        return before;
    }
    let mut hours = Hours::same(&[]);
    for (day, weekday) in WEEKDAYS {
        let typed = spans(&fields.text(&name(day)));
        match hours.on(weekday, &typed) {
            Ok(with) => hours = with,
            Err(_) => fields.problem(&name(day), Message::new("problem-hours")),
        }
    }
    if hours == Hours::same(&[]) {
        return None;
    }
    for (day, weekday) in WEEKDAYS {
        let rests = weekend.iter().any(|its| its == day);
        let wrong = fields.problem_at(&name(day)).is_some();
        if hours.of(weekday).is_empty() && !rests && !wrong {
            fields.problem(&name(day), Message::new("problem-hours-missing"));
        }
    }
    Some(hours)
}

/// `9:00 – 12:00、13:00-18:00` as `["09:00-12:00", "13:00-18:00"]`.
fn spans(typed: &str) -> Vec<String> {
    let plain = latin_digits(typed).replace(['–', '—', '~', '～', '至', '−'], "-");
    let plain = plain.replace('：', ":");
    let joined = plain
        .split('-')
        .map(str::trim)
        .collect::<Vec<_>>()
        .join("-");
    let spans = joined.split([',', ';', '،', '؛', '、', '，', '；', ' ']);
    let filled = spans.map(str::trim).filter(|span| !span.is_empty());
    filled.map(padded).collect()
}

/// `9:00-12:00` has a nought too few for a clock.
fn padded(span: &str) -> String {
    let time = |time: &str| match time.find(':') {
        Some(1) => format!("0{time}"),
        _ => time.to_owned(),
    };
    span.split('-').map(time).collect::<Vec<_>>().join("-")
}

pub fn put(it: &Organisation, fields: &mut Fields) {
    for (day, weekday) in WEEKDAYS {
        let spans = it.hours.iter().flat_map(|hours| hours.of(weekday).to_vec());
        let line: Vec<String> = spans.map(|span: Span| span.to_string()).collect();
        fields.put(&name(day), line.join(", "));
    }
}

pub fn schema() -> Value {
    let spans = json!({ "type": "array", "maxItems": 4, "items": { "type": "string" } });
    json!({
        "type": "object",
        "description": "`{\"mon\": [\"09:00-12:00\", \"13:00-18:00\"]}`: every weekday that is worked. Empty: nine to five, and the hours of each rule pack.",
        "propertyNames": { "enum": WEEKDAYS.map(|(day, _)| day) },
        "additionalProperties": spans,
    })
}

/// What a program gives, as a person would type it.
pub fn given(value: &Value, fields: &mut Fields) {
    let written = value.as_object();
    let is_day = |day: &String| WEEKDAYS.iter().any(|(its, _)| its == day);
    let Some(days) = written.filter(|days| days.keys().all(is_day)) else {
        return fields.problem("hours", Message::new("problem-json"));
    };
    for (day, _) in WEEKDAYS {
        fields.take(&name(day));
        let spans = days.get(day).map_or(Some(Vec::new()), texts);
        match spans {
            Some(spans) => fields.put(&name(day), spans.join(", ")),
            None => fields.problem("hours", Message::new("problem-json")),
        }
    }
}

fn texts(spans: &Value) -> Option<Vec<&str>> {
    spans.as_array()?.iter().map(Value::as_str).collect()
}

#[derive(Template)]
#[template(path = "calendar/fewer.html")]
struct Fewer<'a> {
    t: &'a Voice,
    packs: Vec<&'static str>,
}

/// Rule packs in force that count hours, where the office has fewer of them in a week
/// than the pack would count: their limits end later, which a law may not allow.
pub fn fewer(t: &Voice, it: &Organisation) -> Html {
    let Some(hours) = it.hours else {
        return Html::default();
    };
    let packs = it.packs.iter().filter_map(|set| {
        let pack = pack(&set.pack).filter(|pack| counts_hours(pack))?;
        let list = calendars::national(&set.calendar)?;
        let worked = || {
            WEEKDAYS
                .map(|(_, day)| day)
                .into_iter()
                .filter(|day| !list.weekend.contains(day))
        };
        let own = pack.hours.unwrap_or(list.hours).minutes(worked());
        let ours = hours.on_every_day().minutes(worked());
        (ours < own).then(|| pack.title.get(t.lang()))
    });
    let packs: Vec<&'static str> = packs.collect();
    match packs.is_empty() {
        true => Html::default(),
        false => Html::from_template(&Fewer { t, packs }),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use jiff::civil::Weekday;

    fn typed(pairs: &[(&str, &str)]) -> (Option<Hours>, Fields) {
        let mut fields = Fields::default();
        for (day, line) in pairs {
            fields.put(&name(day), *line);
        }
        let weekend = ["sat".to_owned(), "sun".to_owned()];
        (read(&mut fields, &weekend, None), fields)
    }

    const WORKED: [&str; 5] = ["mon", "tue", "wed", "thu", "fri"];

    #[test]
    fn hours_are_read_as_people_write_them_and_shown_again() {
        for line in [
            "09:00-12:00, 13:00-18:00",
            "9:00 – 12:00، 13:00 – 18:00",
            "۰۹:۰۰-۱۲:۰۰ ۱۳:۰۰-۱۸:۰۰",
            "09：00～12：00、13：00～18：00",
        ] {
            let (hours, fields) = typed(&WORKED.map(|day| (day, line)));
            assert!(fields.problems().is_empty(), "{line}: {fields:?}");
            let hours = hours.unwrap();
            assert_eq!(hours.of(Weekday::Friday).len(), 2, "{line}");
            let it = Organisation {
                hours: Some(hours),
                ..Organisation::default()
            };
            let mut again = Fields::default();
            put(&it, &mut again);
            assert_eq!(again.typed("hours-mon"), "09:00-12:00, 13:00-18:00");
            assert_eq!(again.typed("hours-sat"), "");
        }
    }

    #[test]
    fn no_hours_at_all_is_the_usual_day_and_a_worked_day_without_any_is_asked_for() {
        assert_eq!(typed(&[]).0, None);
        assert_eq!(typed(&[("mon", "")]).0, None);
        let before = Some(Hours::default());
        assert_eq!(
            read(&mut Fields::default(), &[], before),
            before,
            "nothing was said"
        );
        let (_, fields) = typed(&[("mon", "09:00-17:00"), ("tue", "09:00-17:00")]);
        let missing: Vec<&str> = fields
            .problems()
            .iter()
            .map(|it| it.field.as_str())
            .collect();
        assert_eq!(missing, ["hours-wed", "hours-thu", "hours-fri"]);
    }

    #[test]
    fn what_is_no_span_is_named_at_its_day() {
        for wrong in [
            "nine to five",
            "17:00-09:00",
            "09:00-12:00, 11:00-13:00",
            "25:00-26:00",
            "09:00",
        ] {
            let (_, fields) = typed(&[("mon", wrong)]);
            let at = fields.problem_at("hours-mon").unwrap();
            assert_eq!(at.message.key, "problem-hours", "{wrong}");
        }
    }

    #[test]
    fn a_program_gives_them_by_weekday() {
        let mut fields = Fields::default();
        given(
            &json!({ "mon": ["09:00-12:00", "13:00-18:00"] }),
            &mut fields,
        );
        assert_eq!(fields.typed("hours-mon"), "09:00-12:00, 13:00-18:00");
        for wrong in [
            json!({ "monday": [] }),
            json!([]),
            json!({ "mon": "09:00-12:00" }),
        ] {
            let mut fields = Fields::default();
            given(&wrong, &mut fields);
            assert!(!fields.problems().is_empty(), "{wrong}");
        }
    }
}
