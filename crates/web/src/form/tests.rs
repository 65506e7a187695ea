#![allow(clippy::unwrap_used)]

use super::*;
use jiff::tz::TimeZone;
use redress_kernel::{
    Lang,
    fields::{Field, Kind},
    terms::List,
};

const FORM: &[Field] = &[
    Field::new("rationale", Kind::Text(10)).required(),
    Field::new("severity", Kind::Choice("severity", &["low", "high"])).required(),
    Field::new("due-on", Kind::Date),
    Field::new("files", Kind::Files),
];

fn drawn(lang: Lang, fields: &Fields) -> String {
    let t = Voice::new(crate::Format::new(lang, TimeZone::UTC));
    let options = Options::prefixed("assess-");
    summary(&t, fields, &options).into_string() + draw(&t, FORM, fields, &options).as_str()
}

#[test]
fn a_wrong_field_is_marked_described_and_linked_from_the_summary() {
    let mut fields = Fields::from_pairs([("rationale".into(), "<much too long>".into())]);
    check(&mut fields, FORM);
    let html = drawn(Lang::En, &fields);
    assert!(html.contains("href=\"#assess-rationale\""), "{html}");
    assert!(html.contains("id=\"assess-rationale-err\""));
    assert!(
        html.contains("aria-describedby=\"assess-rationale-err\" aria-invalid=\"true\""),
        "{html}"
    );
    assert!(
        html.contains("&#60;much too long&#62;") || html.contains("&lt;much too long&gt;"),
        "{html}"
    );
    assert!(!html.contains("due-on-err"));
}

#[test]
fn a_field_that_some_answers_ask_for_says_when_and_not_that_it_is_optional() {
    let t = Voice::new(crate::Format::new(Lang::En, TimeZone::UTC));
    let form = &[
        Field::new("override-reason", Kind::Text(10)),
        Field::new("follow-up-on", Kind::Date),
    ];
    let drawn = |prefix: &str| {
        let options = Options::prefixed(prefix);
        draw(&t, form, &Fields::default(), &options).into_string()
    };
    let closing = drawn("closure-");
    assert!(
        closing.contains("needed when it is closed in spite of"),
        "{closing}"
    );
    assert_eq!(closing.matches("(optional)").count(), 1, "{closing}");
    assert_eq!(
        drawn("").matches("(optional)").count(),
        2,
        "the same name elsewhere"
    );
}

#[test]
fn what_is_typed_at_the_desk_turns_nothing_round() {
    let typed = "refund \u{202e}321\u{202c} for \u{2066}RD-1\u{2069}".to_owned();
    let mut fields = Fields::from_pairs([("rationale".to_owned(), typed)]);
    let long = &[Field::new("rationale", Kind::Text(100))];
    check(&mut fields, long);
    assert_eq!(
        fields.text("rationale"),
        "refund 321 for \u{2066}RD-1\u{2069}"
    );
}

#[test]
fn files_are_chosen_with_the_browsers_own_control_until_a_script_speaks_for_it() {
    let html = drawn(Lang::Lt, &Fields::default());
    assert!(
        html.contains("<input type=\"file\" id=\"assess-files\""),
        "{html}"
    );
    assert!(html.contains(&crate::assets::files_script()), "{html}");
    assert!(html.contains("data-remove=\"Pašalinti\""), "{html}");
}

#[test]
fn of_a_long_list_the_usual_answers_come_first_and_the_others_unfold() {
    let t = Voice::new(crate::Format::new(Lang::En, TimeZone::UTC));
    let form = &[Field::new("wished", Kind::Terms(List::Remedies))];
    let html = |typed: Fields| draw(&t, form, &typed, &Options::default()).into_string();
    let fresh = html(Fields::default());
    let (first, more) = fresh.split_once("<details class=\"more\">").unwrap();
    let boxes = |part: &str| part.matches("type=\"checkbox\"").count();
    assert_eq!((boxes(first), boxes(more)), (6, 12));
    assert!(first.contains("Apologise") && more.contains("Honour the guarantee"));
    let chosen = html(Fields::from_pairs([("wished".into(), "05".into())]));
    assert!(chosen.contains("<details class=\"more\" open>"), "{chosen}");
}

#[test]
fn a_page_that_is_there_for_one_form_begins_in_it() {
    let t = Voice::new(crate::Format::new(Lang::En, TimeZone::UTC));
    let form = &[Field::new("email", Kind::Line(300))];
    let begun = |begins_at| {
        let options = Options {
            begins_at,
            ..Options::default()
        };
        draw(&t, form, &Fields::default(), &options).into_string()
    };
    assert!(begun("email").contains(" autofocus"));
    assert!(
        !begun("").contains("autofocus"),
        "only where it is asked for"
    );
}

#[test]
fn a_good_form_has_no_summary_and_keeps_its_choice() {
    let mut fields = Fields::from_pairs([
        ("rationale".into(), "short".into()),
        ("severity".into(), "high".into()),
    ]);
    check(&mut fields, FORM);
    let html = drawn(Lang::En, &fields);
    assert!(!html.contains("role=\"alert\""));
    assert!(html.contains("value=\"high\" checked"), "{html}");
    assert!(!html.contains("value=\"low\" checked"));
}

#[test]
fn a_persian_reader_types_and_sees_a_solar_date() {
    let mut fields = Fields::from_pairs([("due-on".into(), "۱۴۰۵/۸/۲۹".into())]);
    dates_to_iso(&mut fields, FORM);
    assert_eq!(fields.typed("due-on"), "2026-11-20");
    assert!(drawn(Lang::Fa, &fields).contains("value=\"۱۴۰۵/۸/۲۹\""));
    let moment = &[Field::new("at", Kind::Moment)];
    let mut fields = Fields::from_pairs([("at".into(), "۱۴۰۵/۸/۲۹ ۹:۳۰".into())]);
    dates_to_iso(&mut fields, moment);
    assert_eq!(fields.typed("at"), "2026-11-20T09:30");
}
