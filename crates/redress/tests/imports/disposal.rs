//! What an import that was taken back says of people goes: after a week in which it can be
//! stopped, by the erasure of the house, with its lines in the log of disposals.

use crate::{ferry::Ferry, wizard::signed_in};
use redress::serve::run_due;
use redress_channels::import::{
    facts::{ImportBegun, ImportEnded, ImportName, ImportUndone, RowsImported, RowsUndone},
    run_of, undo,
};
use redress_complaint::facts::{Annulled, Noted, Person, Text};
use redress_kernel::{By, Draft, Id, Role};
use redress_operation::receipt::{Arrival, NotReceived, receive};
use redress_store::{Error, Read, Tx, rebuild_check, sql, verify};

const DAY: i64 = 86_400;
const RUN: Id = Id::from_bytes([5; 16]);
const CANARIES: [&str; 3] = [
    "Zuikevičius",
    "zuikevicius@example.org",
    "Smaragdinis keltas",
];

fn row(n: u32) -> Arrival {
    Arrival {
        channel: "letter".to_owned(),
        subject: "Smaragdinis keltas".to_owned(),
        description: "The Smaragdinis keltas of 1998 never came, says Zuikevičius.".to_owned(),
        complainant: Person {
            name: "Petras Zuikevičius".to_owned(),
            email: "zuikevicius@example.org".to_owned(),
            ..Person::default()
        },
        external_id: Some(format!("csv:{n}")),
        import: Some(RUN),
        ..Arrival::default()
    }
}

fn record(tx: &mut Tx, draft: Draft, by: &By) -> Result<i64, Error> {
    Ok(tx.record(draft, by)?.seq)
}

/// Three rows of one file in one commit; which cases they are.
fn imported(ferry: &Ferry) -> Vec<Id> {
    let by = By::system(ferry.now());
    let import = move |tx: &mut Tx| -> Result<Vec<Id>, NotReceived> {
        let begun = ImportBegun {
            format: "csv".to_owned(),
            file: "00".to_owned(),
            bytes: 9,
            dates: None,
        };
        let name = ImportName::default();
        let first = record(tx, Draft::with(RUN, &begun, &name), &by)? + 1;
        let mut cases = Vec::new();
        for n in 0..3 {
            cases.push(receive(tx, row(n), &by)?.complaint);
        }
        let last = tx.entries(cases[2])?.last().map_or(first, |it| it.seq);
        let rows = RowsImported {
            first,
            last,
            imported: 3,
        };
        record(tx, Draft::of(RUN, &rows), &by)?;
        record(tx, Draft::of(RUN, &ImportEnded::default()), &by)?;
        Ok(cases)
    };
    let cases = ferry.house.db.write_now(import);
    cases.map_err(|_| "not received").unwrap()
}

fn says(ferry: &Ferry, draft: Draft) {
    let by = By::system(ferry.now());
    let write = move |tx: &mut Tx| record(tx, draft, &by);
    ferry.house.db.write_now(write).unwrap();
}

fn with_words(ferry: &Ferry, case: Id) -> bool {
    let read = |reader: &mut redress_store::Reader| -> Result<bool, Error> {
        let entries = reader.entries(case)?;
        Ok(entries.iter().any(|it| it.personal.present().is_some()))
    };
    ferry.house.db.read_now(read).unwrap()
}

async fn works(ferry: &Ferry) {
    let works = ferry.house.slices.iter().flat_map(|slice| slice.jobs);
    for work in works.filter(|work| work.kind.starts_with("erasure")) {
        run_due(&ferry.house, work).await;
    }
}

fn on_disk(ferry: &Ferry) -> Vec<&'static str> {
    let bytes = ferry.bytes_on_disk();
    let there = |canary: &&&str| {
        let canary = canary.as_bytes();
        bytes.windows(canary.len()).any(|some| some == canary)
    };
    CANARIES.iter().filter(there).copied().collect()
}

fn stands(ferry: &Ferry) {
    let keys = ferry.house.db.keys().verifiers();
    let verified = ferry.house.db.read_now(|reader| verify(reader, &keys, &[]));
    assert!(verified.unwrap().ok);
    assert_eq!(rebuild_check(&ferry.house.db).unwrap(), []);
}

fn requests(ferry: &Ferry, state: &str) -> i64 {
    let query = sql("SELECT COUNT(*) FROM data_request WHERE basis = 'undone-import' AND state = ");
    ferry.counted(query.bind(state))
}

#[tokio::test(flavor = "multi_thread")]
async fn what_an_undone_import_says_of_people_is_gone_after_a_week_and_logged() {
    let ferry = Ferry::opens();
    let cases = imported(&ferry);
    let worked_on = cases[2];
    let note = Text {
        text: "I know this one.".to_owned(),
    };
    says(
        &ferry,
        Draft::with(worked_on, &Noted { mentioned: vec![] }, &note),
    );
    undo(&ferry.house.db, RUN, By::system(ferry.now())).unwrap();
    assert_eq!(ferry.complaints(), 1);
    assert!(with_words(&ferry, cases[0]), "there is a week to stop it");
    assert_eq!(requests(&ferry, "approved"), 1);
    let run = ferry.house.db.read_now(|reader| run_of(reader, RUN));
    assert!(run.unwrap().unwrap().disposed);
    ferry.later(9 * DAY);
    works(&ferry).await;
    works(&ferry).await;
    assert!(!with_words(&ferry, cases[0]) && !with_words(&ferry, cases[1]));
    assert!(with_words(&ferry, worked_on), "somebody works on this one");
    assert_eq!(requests(&ferry, "cleared"), 1);
    let kept = ferry.counted(sql("SELECT COUNT(*) FROM secret_key WHERE about = ").bind(cases[0]));
    assert_eq!(kept, 0, "nor a key of it");
    let log = log_of(&ferry).await;
    let lines: Vec<&str> = log
        .lines()
        .filter(|it| it.contains("undone-import"))
        .collect();
    assert_eq!(lines.len(), 2, "{log}");
    assert!(lines.iter().all(|line| line.starts_with("BF-26-")), "{log}");
    stands(&ferry);
}

/// As the log leaves the house.
async fn log_of(ferry: &Ferry) -> String {
    let mut manager = signed_in(ferry, Role::Manager, "en").await;
    manager.get("/system/disposals.csv").await.body
}

#[tokio::test(flavor = "multi_thread")]
async fn no_file_of_the_database_holds_what_an_undone_import_said() {
    let ferry = Ferry::opens();
    imported(&ferry);
    assert!(!on_disk(&ferry).is_empty(), "the control");
    undo(&ferry.house.db, RUN, By::system(ferry.now())).unwrap();
    ferry.later(9 * DAY);
    works(&ferry).await;
    works(&ferry).await;
    assert_eq!(on_disk(&ferry), [""; 0]);
    stands(&ferry);
}

/// As an earlier version left it: taken back, and nothing asked for.
#[tokio::test(flavor = "multi_thread")]
async fn imports_that_were_undone_before_follow_by_themselves_and_once() {
    let ferry = Ferry::opens();
    let cases = imported(&ferry);
    for case in &cases {
        says(&ferry, Draft::of(*case, &Annulled { import: RUN }));
    }
    let undone = RowsUndone {
        first: 1,
        annulled: 3,
        kept: vec![],
    };
    says(&ferry, Draft::of(RUN, &undone));
    says(&ferry, Draft::of(RUN, &ImportUndone {}));
    assert_eq!(requests(&ferry, "approved"), 0);
    let carried_on = || {
        let mut all = ferry.house.slices.iter();
        let import = all.find(|slice| slice.name == "channels.import").unwrap();
        import.meanwhile.unwrap()(&ferry.house).unwrap()
    };
    while carried_on() {}
    assert_eq!(requests(&ferry, "approved"), 1);
    assert!(!carried_on());
    assert_eq!(requests(&ferry, "approved"), 1, "once");
    stands(&ferry);
}
