//! Who somebody is stands in no file in the open, and is found all the same.

use crate::world::{World, everywhere};
use redress_complaint::facts::{Person, Reason, SensitivitySet};
use redress_kernel::{Draft, Id};
use redress_operation::receipt::Arrival;
use redress_store::Location;

fn somebody() -> Person {
    Person {
        name: "Rasa Kanarėlė".to_owned(),
        email: "rasa@canary.example".to_owned(),
        phone: "+370 612 98765".to_owned(),
        address: "7 Kingfisher Pier".to_owned(),
    }
}

fn complains(world: &World) -> Id {
    world.arrives(Arrival {
        subject: "The boat left at dawn".to_owned(),
        description: "Nobody saw the xylophone again.".to_owned(),
        complainant: somebody(),
        ..Arrival::default()
    })
}

fn sensitive(world: &World, case: Id, sensitive: bool) {
    let reason = Reason {
        reason: "It names a witness.".to_owned(),
    };
    world.record(Draft::with(case, &SensitivitySet { sensitive }, &reason));
}

/// How often a word stands in a file of the house, as typed or as the analyser folds it.
fn on_disk(folder: &std::path::Path, word: &str) -> usize {
    let files = std::fs::read_dir(folder).unwrap().flatten();
    let files = files.filter_map(|file| std::fs::read(file.path()).ok());
    let same = |window: &[u8]| window.eq_ignore_ascii_case(word.as_bytes());
    files
        .map(|bytes| {
            bytes
                .windows(word.len())
                .filter(|window| same(window))
                .count()
        })
        .sum()
}

#[test]
fn names_addresses_and_numbers_lie_in_no_file_and_are_found_by_whole_words() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_owned();
    let world = World::open(&Location::Sqlite(path.clone()), folder);
    let case = complains(&world);
    assert_eq!(
        world.ids("kanarele"),
        [],
        "not by who may not know the name"
    );
    world.given_to_manager(case);
    for typed in [
        "kanarele",
        "Rasa Kanarėlė",
        "from:rasa",
        "from:rasa@canary.example",
        "rasa@canary.example",
        "98765",
        "kingfisher",
        "kanarele xylophone",
    ] {
        assert_eq!(world.ids(typed), [case], "{typed}");
    }
    for typed in ["kanar", "xylophone -kanarele", "from:xylophone"] {
        assert_eq!(world.ids(typed), [], "{typed}");
    }
    let found = world.finds(&crate::world::manager(), "98765");
    let whose = &found.hits[0].row.complainant;
    assert!(whose.asked(|name| name == "Rasa Kanarėlė"));
    for canary in [
        "Kanarėlė",
        "kanarele",
        "canary.example",
        "612 98765",
        "98765",
        "Kingfisher",
    ] {
        assert_eq!(on_disk(&path, canary), 0, "{canary}");
    }
    assert!(
        on_disk(&path, "xylophone") > 0,
        "the control: ordinary words are searched"
    );
    world.intact();
}

#[test]
fn a_sensitive_case_is_found_by_whose_it_is_and_not_by_what_it_says() {
    everywhere(|world| {
        let case = complains(world);
        world.given_to_manager(case);
        let note = world.notes(case, "The giraffe saw it.");
        assert_eq!(world.ids("xylophone"), [case]);
        sensitive(world, case, true);
        for typed in ["xylophone", "giraffe", "dawn", "witness"] {
            assert_eq!(world.ids(typed), [], "{typed}");
        }
        world.notes(case, "The okapi saw it too.");
        assert_eq!(world.ids("okapi"), []);
        let found = world.finds(&crate::world::manager(), "kanarele");
        assert_eq!(found.hits.len(), 1);
        assert_eq!(found.hits[0].row.subject, "The boat left at dawn");
        world.intact();
        sensitive(world, case, false);
        assert_eq!(world.ids("okapi"), [case]);
        assert!(note > 0);
        world.intact();
    });
}

#[test]
fn the_words_of_a_sensitive_case_leave_the_files() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_owned();
    let world = World::open(&Location::Sqlite(path.clone()), folder);
    let case = complains(&world);
    assert!(on_disk(&path, "xylophone") > 0, "the control");
    sensitive(&world, case, true);
    let file = rusqlite::Connection::open(path.join("redress.db")).unwrap();
    file.pragma_update(None, "wal_checkpoint", "TRUNCATE")
        .unwrap();
    for word in ["xylophone", "left at dawn"] {
        assert_eq!(on_disk(&path, word), 0, "{word}");
    }
    world.intact();
}
