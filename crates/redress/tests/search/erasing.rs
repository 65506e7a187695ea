//! Erased is erased: in the rows, in the index below them, and in its file.

use crate::world::{World, everywhere, manager, now};
use redress_kernel::Erasable;
use redress_store::{Error, Location, Read, rebuild, rebuild_check, sql};

/// Entries with words, of all cases.
fn erasable(world: &World) -> Vec<(redress_kernel::Id, i64)> {
    let entries = world
        .db
        .read_now(|reader| -> Result<_, Error> { reader.entries_from(0, 10_000) })
        .unwrap();
    let with_words = entries
        .into_iter()
        .filter(|entry| matches!(entry.personal, Erasable::Present(_)));
    with_words.map(|entry| (entry.about, entry.seq)).collect()
}

#[test]
fn what_was_erased_is_found_no_more_and_the_rest_is() {
    everywhere(|world| {
        let case = world.from("Rasa Jankauskienė", "zebra in the cellar");
        world.given_to_manager(case);
        let note = world.notes(case, "giraffe by the stairs");
        world.notes(case, "elephant in the room");
        world.erases(case, note);
        assert_eq!(world.ids("giraffe"), []);
        assert_eq!(world.ids("elephant zebra"), [], "two texts are two rows");
        assert_eq!(world.ids("elephant jankauskiene"), [case]);
        world.intact();
        let (_, opening) = erasable(world)[0];
        world.erases(case, opening);
        for typed in [
            "zebra",
            "jankauskiene",
            "from:rasa",
            "rasa@example.org",
            "34567",
        ] {
            assert_eq!(world.ids(typed), [], "{typed}");
        }
        assert_eq!(world.ids("elephant"), [case]);
        world.intact();
    });
}

/// The words stand in the file of the index before and nowhere after; no merge
/// has to come by first.
#[test]
fn no_erased_word_is_left_in_the_index_file() {
    let folder = tempfile::tempdir().unwrap();
    let at = Location::Sqlite(folder.path().to_owned());
    let world = World::open(&at, folder);
    for n in 0..60 {
        world.from(
            &format!("Quokka{n} Name"),
            &format!("wombat{n} xylophone{n} and some water"),
        );
    }
    let words = |word: &str| -> (i64, bool) {
        let query = sql("SELECT COUNT(*) FROM search_vocabulary WHERE term LIKE $1")
            .arg(format!("{word}%"));
        let listed = world
            .db
            .read_now(|reader| -> Result<_, Error> { reader.one(&query, |row| row.int(0)) });
        // As a second connection sees the pages, those of the log included.
        let file = rusqlite::Connection::open(world.folder().join("redress.db")).unwrap();
        file.pragma_update(None, "wal_checkpoint", "TRUNCATE")
            .unwrap();
        let bytes = std::fs::read(world.folder().join("redress.db")).unwrap();
        let there = bytes
            .windows(word.len())
            .any(|window| window == word.as_bytes());
        (listed.unwrap().unwrap(), there)
    };
    assert_eq!(words("xylophone"), (60, true));
    for (case, seq) in erasable(&world) {
        world.erases(case, seq);
    }
    for word in ["xylophone", "wombat", "quokka", "from_quokka", "who_quokka"] {
        assert_eq!(words(word), (0, false), "{word}");
    }
    world.intact();
}

#[test]
fn a_rebuild_makes_the_same_index_and_finds_the_same() {
    everywhere(|world| {
        let case = world.from("Rasa", "zebra in the cellar");
        world.given_to_manager(case);
        let note = world.notes(case, "giraffe");
        world.notes(case, "okapi");
        world.erases(case, note);
        rebuild(&world.db).unwrap();
        assert_eq!(world.ids("okapi rasa"), [case]);
        assert_eq!(world.ids("giraffe"), []);
        world.intact();
    });
}

/// The check can fail: a word that only the index has is a difference.
#[test]
fn a_word_that_only_the_index_knows_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let at = Location::Sqlite(folder.path().to_owned());
    let world = World::open(&at, folder);
    world.says("zebra in the cellar");
    world.intact();
    let planted = world.db.write_now(|tx| -> Result<(), Error> {
        tx.index_words(5, "left behind");
        tx.settle()
    });
    planted.unwrap();
    let found = rebuild_check(&world.db).unwrap();
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].table, "search_index");
    assert!(world.finds(&manager(), "zebra").count == 1 && now() == now());
}
