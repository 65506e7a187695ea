#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use super::*;
use jiff::tz::TimeZone;
use redress_kernel::words::Arg;

const FILES: &[(&str, &str, &str)] = &[
    (
        "en",
        "a.ftl",
        "hello = Hello\nmany = { $n ->\n    [one] { $n } complaint\n   *[other] { $n } complaints\n }\nby = Changed by { $name }\nlines = One\n    and two\nonly = English & co\n",
    ),
    (
        "lt",
        "a.ftl",
        "hello = Laba diena\nmany = { $n ->\n    [one] { $n } skundas\n    [few] { $n } skundai\n    [many] { $n } skundo\n   *[other] { $n } skundų\n }\nby = Pakeitė: { $name }\n",
    ),
    (
        "fa",
        "a.ftl",
        "hello = درود\nmany = { $n ->\n    [one] { $n } شکایت\n   *[other] { $n } شکایت\n }\n",
    ),
];

fn tell(lang: Lang, message: Message) -> String {
    Words::read(FILES).tell(lang, &message, &Format::new(lang, TimeZone::UTC))
}

#[test]
fn every_language_counts_in_its_own_way() {
    let count = |lang, n: i64| tell(lang, Message::new("many").with("n", n));
    assert_eq!(count(Lang::En, 1), "1 complaint");
    assert_eq!(count(Lang::Lt, 21), "21 skundas");
    assert_eq!(count(Lang::Lt, 11), "11 skundų");
    assert_eq!(count(Lang::Lt, 22), "22 skundai");
    assert_eq!(count(Lang::Fa, 1200), "۱٬۲۰۰ شکایت");
}

#[test]
fn a_value_is_escaped_isolated_and_cannot_turn_its_neighbours_round() {
    let words = Words::read(FILES);
    let format = Format::new(Lang::En, TimeZone::UTC);
    let message = Message::new("by").with("name", "<script>\u{202e}x\u{2069}");
    assert_eq!(
        words.html(Lang::En, &message, &format).as_str(),
        "Changed by <bdi>&lt;script&gt;x</bdi>"
    );
    assert_eq!(
        words.tell(Lang::En, &message, &format),
        "Changed by \u{2068}<script>x\u{2069}"
    );
}

#[test]
fn a_date_in_a_sentence_is_one_for_machines_too() {
    let words = Words::read(FILES);
    let format = Format::new(Lang::En, TimeZone::UTC);
    let day: jiff::civil::Date = "2026-11-20".parse().unwrap();
    let said = |value: Arg| {
        let message = Message::new("by").with("name", value);
        words.html(Lang::En, &message, &format).into_string()
    };
    assert_eq!(
        said(Arg::Date(day)),
        "Changed by <time datetime=\"2026-11-20\"><bdi>Friday 20 November 2026</bdi></time>"
    );
    let at = "2026-11-20T13:30:00Z".parse().unwrap();
    assert_eq!(
        said(Arg::Moment(at)),
        "Changed by <time datetime=\"2026-11-20T13:30:00Z\"><bdi>20 November 2026, 13:30 (UTC)</bdi></time>"
    );
    assert_eq!(
        said(Arg::Text("2026-11-20".to_owned())),
        "Changed by <bdi>2026-11-20</bdi>"
    );
}

#[test]
fn a_missing_text_falls_back_to_english_and_then_to_its_key() {
    let words = Words::read(FILES);
    assert_eq!(words.say(Lang::Fa, "only"), "English & co");
    assert_eq!(words.say(Lang::Fa, "nowhere"), "nowhere");
    assert_eq!(words.say(Lang::En, "lines"), "One\nand two");
}

#[test]
fn the_pseudo_language_shows_text_that_nobody_sent_through_the_catalogue() {
    assert_eq!(Words::read(FILES).say(Lang::Pseudo, "hello"), "⟦Héļļǿ~~⟧");
    let message = Message::new("many").with("n", 3i64);
    assert_eq!(tell(Lang::Pseudo, message), "⟦3 çǿmpļáíñţş~~~~~⟧");
}
