//! What an office wrote into its journal years ago can be read today: one line of
//! the golden file for each fact of version 1. A fact that changes its shape gets a
//! new version and an `upgrade`; the lines of version 1 stay as they are.
//! `UPDATE_GOLDEN=1 cargo test --test facts` adds lines for new facts.

#![allow(clippy::unwrap_used, clippy::panic)]

use redress_kernel::{Action, Draft, Entry, Erasable, Fact, Id, Instant, Lang, Organisation, Role};
use redress_office::facts::*;
use std::{fmt::Write, path::Path};

fn id(n: u8) -> Id {
    Id::new(1_000, [n; 10])
}

fn name() -> PersonName {
    PersonName {
        name: "Jonas Petrauskas".into(),
        email: "jonas@ferry.example".into(),
    }
}

/// One of each, with every field filled.
fn drafts() -> Vec<Draft> {
    let organisation = Organisation {
        name: "Blue Ferry Co.".into(),
        phone: "0800 555 014".into(),
        ..Organisation::default()
    };
    let relay = RelaySet {
        host: "mail.ferry.example".into(),
        port: 587,
        encryption: "starttls".into(),
        from: "care@ferry.example".into(),
    };
    vec![
        Draft::with(
            id(1),
            &PersonAdded {
                role: Role::Handler,
                unit: Some(id(2)),
                language: Some(Lang::Lt),
            },
            &name(),
        ),
        Draft::with(id(1), &PersonRenamed {}, &name()),
        Draft::of(
            id(1),
            &RoleGranted {
                role: Role::Manager,
                unit: None,
            },
        ),
        Draft::of(id(1), &PersonDeactivated {}),
        Draft::of(id(1), &PersonReactivated {}),
        Draft::of(
            id(1),
            &LanguagePreferred {
                language: Lang::ZhHant,
            },
        ),
        Draft::of(id(1), &PasswordSet {}),
        Draft::with(
            id(1),
            &TokenCreated {
                token: id(3),
                scope: Some(vec![Action::Receive]),
            },
            &TokenName {
                name: "counter".into(),
            },
        ),
        Draft::of(id(1), &TokenRevoked { token: id(3) }),
        Draft::of(
            id(2),
            &UnitAdded {
                name: "Pier Nida".into(),
            },
        ),
        Draft::of(
            id(2),
            &UnitRenamed {
                name: "Nida".into(),
            },
        ),
        Draft::of(id(2), &UnitPlaced { above: Some(id(4)) }),
        Draft::of(
            id(1),
            &VisitSet {
                first_day: "2026-03-02".parse().unwrap(),
                last_day: "2026-03-04".parse().unwrap(),
                from_at: Instant::from_micros(1_772_402_400_000_000),
                until_at: Instant::from_micros(1_772_661_599_999_999),
            },
        ),
        Draft::of(
            id(1),
            &CasesSampled {
                seed: "5eed".into(),
                among: 40,
                cases: vec![id(5)],
            },
        ),
        Draft::of(Id::ORGANISATION, &OrganisationSet { organisation }),
        Draft::of(Id::ORGANISATION, &relay),
        Draft::of(Id::ORGANISATION, &RelayRemoved {}),
        Draft::of(Id::ORGANISATION, &SampleChosen { wanted: true }),
        Draft::of(
            Id::ORGANISATION,
            &ReminderMailsSet {
                off: true,
                without: vec![id(1)],
            },
        ),
        Draft::with(
            Id::ORGANISATION,
            &CheckpointMailSet {
                active: true,
                hour: 6,
                language: Lang::Lt,
                recipients: vec![id(2)],
            },
            &CheckpointAddresses {
                addresses: vec!["audit@north.example".into()],
            },
        ),
        Draft::of(
            id(1),
            &FactorAdded {
                factor: "passkey".into(),
            },
        ),
        Draft::of(
            id(1),
            &FactorRemoved {
                factor: "authenticator".into(),
            },
        ),
        Draft::of(id(1), &RecoveryCodesMade {}),
        Draft::of(id(1), &SessionsEnded {}),
        Draft::of(
            id(1),
            &RecoveryGranted {
                checked: "in-person".into(),
            },
        ),
        Draft::of(id(1), &FactorsReset {}),
        Draft::of(
            id(1),
            &AwaySet {
                from: jiff::civil::date(2026, 7, 6),
                until: jiff::civil::date(2026, 7, 17),
                deputy: id(2),
            },
        ),
        Draft::of(id(1), &AwayEnded {}),
    ]
}

fn line(draft: &Draft) -> String {
    let personal = draft
        .personal
        .as_ref()
        .map(ToString::to_string)
        .unwrap_or_default();
    format!(
        "{}\t{}\t{}\t{personal}",
        draft.kind, draft.version, draft.record
    )
}

fn entry(line: &str) -> Entry {
    let parts: Vec<&str> = line.split('\t').collect();
    let [kind, version, record, personal] = parts[..] else {
        panic!("{line}")
    };
    Entry {
        seq: 0,
        id: id(9),
        kind: kind.into(),
        version: version.parse().unwrap(),
        about: id(1),
        actor: id(1),
        unit: None,
        recorded_at: Instant::from_micros(0),
        occurred_at: None,
        record: record.into(),
        personal: if personal.is_empty() {
            Erasable::None
        } else {
            Erasable::Present(personal.into())
        },
    }
}

#[allow(
    clippy::disallowed_methods,
    reason = "the developer asks for a new golden file"
)]
fn golden(may_write: bool) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/facts-v1.tsv");
    if may_write && std::env::var("UPDATE_GOLDEN").is_ok() {
        let lines = drafts().iter().fold(String::new(), |mut all, draft| {
            writeln!(all, "{}", line(draft)).unwrap();
            all
        });
        std::fs::write(&path, lines).unwrap();
    }
    std::fs::read_to_string(&path).unwrap()
}

/// Read as its fact and written again, it is the same.
fn read_and_written(entry: &Entry) -> String {
    fn again<F: Fact>(entry: &Entry) -> String {
        let known = entry.read::<F>().unwrap();
        let draft = match known.personal.present() {
            Some(personal) => Draft::with(entry.about, &known.fact, personal),
            None => Draft {
                personal: None,
                ..Draft::with(entry.about, &known.fact, &empty::<F>())
            },
        };
        line(&draft)
    }
    // The personal half is dropped again above; null reads as `()` alone.
    fn empty<F: Fact>() -> F::Personal {
        serde_json::from_value(serde_json::Value::Null)
            .unwrap_or_else(|_| panic!("{} has a personal half", F::KIND))
    }
    match entry.kind.as_str() {
        PersonAdded::KIND => again::<PersonAdded>(entry),
        PersonRenamed::KIND => again::<PersonRenamed>(entry),
        RoleGranted::KIND => again::<RoleGranted>(entry),
        PersonDeactivated::KIND => again::<PersonDeactivated>(entry),
        PersonReactivated::KIND => again::<PersonReactivated>(entry),
        LanguagePreferred::KIND => again::<LanguagePreferred>(entry),
        PasswordSet::KIND => again::<PasswordSet>(entry),
        TokenCreated::KIND => again::<TokenCreated>(entry),
        TokenRevoked::KIND => again::<TokenRevoked>(entry),
        UnitAdded::KIND => again::<UnitAdded>(entry),
        UnitRenamed::KIND => again::<UnitRenamed>(entry),
        UnitPlaced::KIND => again::<UnitPlaced>(entry),
        VisitSet::KIND => again::<VisitSet>(entry),
        CasesSampled::KIND => again::<CasesSampled>(entry),
        OrganisationSet::KIND => again::<OrganisationSet>(entry),
        RelaySet::KIND => again::<RelaySet>(entry),
        RelayRemoved::KIND => again::<RelayRemoved>(entry),
        SampleChosen::KIND => again::<SampleChosen>(entry),
        ReminderMailsSet::KIND => again::<ReminderMailsSet>(entry),
        CheckpointMailSet::KIND => again::<CheckpointMailSet>(entry),
        FactorAdded::KIND => again::<FactorAdded>(entry),
        FactorRemoved::KIND => again::<FactorRemoved>(entry),
        RecoveryCodesMade::KIND => again::<RecoveryCodesMade>(entry),
        SessionsEnded::KIND => again::<SessionsEnded>(entry),
        RecoveryGranted::KIND => again::<RecoveryGranted>(entry),
        FactorsReset::KIND => again::<FactorsReset>(entry),
        AwaySet::KIND => again::<AwaySet>(entry),
        AwayEnded::KIND => again::<AwayEnded>(entry),
        other => panic!("{other} is in the golden file and nowhere else"),
    }
}

#[test]
fn every_fact_of_version_1_reads_as_it_was_written() {
    let golden = golden(false);
    assert_eq!(golden.lines().count(), KINDS.len());
    for line in golden.lines() {
        assert_eq!(read_and_written(&entry(line)), line);
    }
}

#[test]
fn no_fact_is_missing_from_the_golden_file_and_none_changed_unseen() {
    let golden = golden(true);
    let kinds: Vec<&str> = golden
        .lines()
        .filter_map(|line| line.split('\t').next())
        .collect();
    assert_eq!(kinds, KINDS);
    let now: Vec<String> = drafts().iter().map(line).collect();
    assert_eq!(now, golden.lines().collect::<Vec<_>>());
}
