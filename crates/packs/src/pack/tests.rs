//! The packs that come along, and what is wrong in others.

use super::*;
use jiff::civil::date;

fn uk() -> &'static str {
    FILES.iter().find(|(id, _)| *id == "uk-fca-disp").unwrap().1
}

/// What the reader says about the UK pack with one thing changed.
fn with(from: &str, to: &str) -> Vec<String> {
    assert!(uk().contains(from), "{from}");
    let changed = uk().replacen(from, to, 1);
    let problems = read("own.toml", &changed).unwrap_err();
    problems.iter().map(Problem::to_string).collect()
}

fn line_of(text: &str) -> usize {
    1 + uk().lines().position(|line| line.contains(text)).unwrap()
}

#[test]
fn every_pack_is_read_without_a_word() {
    for (id, text) in FILES {
        let pack = read(&format!("{id}.toml"), text);
        let pack = pack.unwrap_or_else(|problems| {
            panic!(
                "{}",
                problems
                    .iter()
                    .map(|it| format!("{it}\n"))
                    .collect::<String>()
            )
        });
        assert_eq!(pack.id, *id);
        assert!(pack.golden.len() >= GOLDEN_MIN);
    }
    assert_eq!(packs().len(), 14);
    assert_eq!(
        pack("uk-fca-disp").unwrap().title.get(Lang::En),
        "UK: financial complaints (FCA DISP)"
    );
}

#[test]
fn all_golden_cases_come_out_as_they_stand() {
    let mut wrong = Vec::new();
    for pack in packs() {
        wrong.extend(
            pack.check()
                .iter()
                .map(|it| format!("{}.toml:{}: {it}", pack.id, it.line)),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_golden_case_with_another_answer_is_found() {
    let changed = uk().replacen("due_on = \"2027-02-18\"", "due_on = \"2027-02-19\"", 1);
    let pack = read("own.toml", &changed).unwrap();
    let [mismatch] = pack.check().try_into().unwrap();
    assert_eq!(mismatch.expected, "2027-02-19");
    assert_eq!(mismatch.found, "2027-02-18");
    assert!(mismatch.line > 1);
}

#[test]
fn what_is_wrong_is_told_with_its_line_and_what_was_expected() {
    let line = line_of("unit = \"week\"");
    assert_eq!(
        with("unit = \"week\"", "unit = \"fortnight\""),
        [format!(
            "own.toml:{line}: `unit`: expected one of calendar-day, business-day, working-hour, week, month, not `fortnight`"
        )]
    );
    let line = line_of("amount = 8");
    assert_eq!(
        with("amount = 8", "amount = -8"),
        [format!(
            "own.toml:{line}: `amount`: expected a whole number from 1 to 520"
        )]
    );
    let misspelt = with("amount = 8", "amonut = 8");
    assert!(
        misspelt[0].contains("`amount` is missing in version.clock"),
        "{misspelt:?}"
    );
    assert!(
        misspelt[1].starts_with(&format!("own.toml:{line}: unknown key `amonut`")),
        "{misspelt:?}"
    );
    assert!(
        with("satisfied_by = [", "satisfied_by = [\"repliedd\", ")[0].contains("not `repliedd`")
    );
    assert!(
        with("calendar = \"GB-EAW\"", "calendar = \"GB-XYZ\"")[0]
            .contains("a calendar that is known here")
    );
    assert!(
        with("zone = \"Europe/London\"", "zone = \"Europe/Londinium\"")[0].contains("time zone")
    );
    assert!(with("id = \"uk-fca-disp\"", "id = \"uk fca")[0].starts_with("own.toml:"));
    assert!(
        with(", fa = \"", ", xx = \"")
            .iter()
            .any(|it| it.contains("`fa` is missing"))
    );
    assert!(
        with("confidence = \"high\"", "confidence = \"sure\"")[0].contains("high, medium, low")
    );
}

#[test]
fn versions_that_overlap_or_leave_a_gap_are_refused() {
    let pack = pack("uk-fca-disp").unwrap();
    let second = pack.versions[1].from.to_string();
    let first = pack.versions[0].from.to_string();
    let from = format!("from = \"{second}\"");
    assert!(with(&from, &format!("from = \"{first}\""))[0].contains("overlaps"));
    let begins = format!("from = \"{first}\"\n");
    let ends_early = format!("{begins}until = \"2020-01-01\"\n");
    assert!(with(&begins, &ends_early)[0].contains("gap"));
    let ends_late = format!("{begins}until = \"2099-01-01\"\n");
    assert!(with(&begins, &ends_late)[0].contains("overlaps"));
}

#[test]
fn a_pack_with_too_few_examples_is_refused() {
    let cut = uk().find("[[golden]]").unwrap();
    let problems = read("own.toml", &uk()[..cut]).unwrap_err();
    assert!(problems[0].what.contains("at least 12 golden cases, not 0"));
}

#[test]
fn no_text_however_broken_brings_the_reader_down() {
    for end in (0..uk().len()).step_by(97) {
        if uk().is_char_boundary(end) {
            let _ = read("own.toml", &uk()[..end]);
        }
    }
    for text in [
        "",
        "\u{0}",
        "version = 1",
        "version = [1]",
        "[[version]]\nclock = 3",
        "title = []",
        "golden = {}",
    ] {
        assert!(read("own.toml", text).is_err());
    }
}

#[test]
fn a_complaint_keeps_to_the_version_of_its_day() {
    let pack = pack("uk-fca-disp").unwrap();
    let second = pack.versions[1].from;
    assert_eq!(
        pack.on(second.yesterday().unwrap()).unwrap().from,
        pack.versions[0].from
    );
    assert_eq!(pack.on(second).unwrap().from, second);
    assert!(pack.on(date(1900, 1, 1)).is_none());
}

#[test]
fn a_pack_without_a_calendar_asks_for_one() {
    let psd2 = pack("eu-psd2").unwrap();
    assert_eq!(psd2.calendar(None), Err(NoCalendar::Asked));
    assert!(psd2.calendar(Some("LT")).is_ok());
    assert_eq!(
        psd2.calendar(Some("XX")),
        Err(NoCalendar::Unknown("XX".to_owned()))
    );
}
