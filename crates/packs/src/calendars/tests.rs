use super::*;
use redress_kernel::Lang;

const SMALL: &str = r#"{
  "id": "XX",
  "version": "1",
  "titles": { "en": "X", "ko": "X", "zh-Hant": "X", "zh-Hans": "X", "lt": "X", "fa": "X" },
  "zone": "Europe/Vilnius",
  "weekend": ["sat", "sun"],
  "years": [
    {
      "year": 2026,
      "confidence": "computed",
      "source": "a rule",
      "days": [
        { "on": "2026-01-01", "name": "New Year's Day", "own": "Naujieji metai" },
        { "on": "2026-05-01", "name": "Labour Day" }
      ],
      "make_up": [
        { "on": "2026-05-09", "name": "for Monday" }
      ]
    }
  ]
}
"#;

fn refused(text: &str) -> String {
    read("XX.json", text, &[]).expect_err("refused").to_string()
}

#[test]
fn every_calendar_of_the_contract_is_there() {
    let read: Vec<&str> = all()
        .iter()
        .map(|known| known.national.id.as_str())
        .collect();
    assert_eq!(read, ids());
    for (file, text) in FILES {
        if let Err(fault) = super::read(file, text, all()) {
            panic!("{fault}");
        }
    }
    for known in all() {
        let years: Vec<i16> = known.years_known().collect();
        assert!(years.starts_with(&[2022, 2023, 2024, 2025, 2026, 2027, 2028]));
        assert!(known.national.calendar().is_ok(), "{}", known.national.id);
        assert_eq!(known.digest.len(), 64);
        for lang in Lang::ALL {
            assert!(!known.title(lang).is_empty());
        }
    }
}

#[test]
fn a_small_calendar_is_read_with_its_reasons() {
    let known = read("XX.json", SMALL, &[]).expect("read");
    let days: Vec<_> = known
        .national
        .days
        .iter()
        .map(|day| (day.day.to_string(), day.works, day.name.to_string()))
        .collect();
    assert_eq!(
        days,
        [
            (
                "2026-01-01".into(),
                false,
                "New Year's Day · Naujieji metai".into()
            ),
            ("2026-05-01".into(), false, "Labour Day".into()),
            ("2026-05-09".into(), true, "for Monday".into()),
        ]
    );
}

#[test]
fn the_digest_is_of_days_and_not_of_spelling() {
    let known = read("XX.json", SMALL, &[]).expect("read");
    let spelt = read("XX.json", &SMALL.replace("Labour", "Labor"), &[]).expect("read");
    assert_eq!(known.digest, spelt.digest);
    let moved = read("XX.json", &SMALL.replace("05-01", "05-04"), &[]).expect("read");
    assert_ne!(known.digest, moved.digest);
    let surer = read("XX.json", &SMALL.replace("computed", "official"), &[]).expect("read");
    assert_ne!(known.digest, surer.digest);
}

#[test]
fn a_fault_names_file_line_and_what_was_expected() {
    for (from, to, told) in [
        (
            "2026-05-01",
            "2026-05-32",
            "XX.json:14: a day as 2026-05-01, not 2026-05-32",
        ),
        (
            "2026-05-01",
            "2027-05-01",
            "XX.json:14: a day of 2026, not 2027-05-01",
        ),
        ("2026-05-01", "2026-05-09", "XX.json:17: 2026-05-09 once"),
        ("Labour Day", " ", "XX.json:14: a reason for 2026-05-01"),
        (
            "computed",
            "certain",
            "XX.json:10: official, computed or none",
        ),
        ("\"sun\"", "\"son\"", "XX.json:6: a weekday as sat, not son"),
        ("\"lt\": \"X\"", "\"lt\": \"\"", "XX.json:4: a title in lt"),
    ] {
        assert_eq!(refused(&SMALL.replace(from, to)), told);
    }
    let unknown = refused(&SMALL.replace("\"zone\"", "\"zones\""));
    assert!(
        unknown.starts_with("XX.json:5: unknown field `zones`"),
        "{unknown}"
    );
    let short = refused(&SMALL[..SMALL.len() - 3]);
    assert!(short.starts_with("XX.json:"), "{short}");
}

#[test]
fn days_can_only_be_borrowed_from_a_calendar_read_before() {
    let borrower = SMALL
        .replace("\"id\": \"XX\"", "\"id\": \"YY\",\n  \"days_of\": \"XX\"")
        .replace("[\"sat\", \"sun\"]", "[\"fri\"]");
    assert!(refused(&borrower).contains("a calendar read before, not XX"));
    let owner = read("XX.json", SMALL, &[]).expect("read");
    let known = read("YY.json", &borrower, std::slice::from_ref(&owner)).expect("read");
    assert_eq!(known.national.days, owner.national.days);
    assert_ne!(known.digest, owner.digest);
}
