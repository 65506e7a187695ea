//! Epochs, and what is left of a house when its machine is lost.

use super::{canary, days};
use crate::world::*;
use redress_store::{
    Db, Error, Keys, Read, Restore, Restored, RootKey, SecondCopy, backup, keys::FILE_NAME,
    restore_with, rotate, rotation_is_due,
};
use std::path::{Path, PathBuf};

fn numbers(world: &World) -> Vec<i64> {
    let epochs = world.db.keys().epochs();
    epochs.iter().map(|epoch| epoch.number).collect()
}

#[test]
fn an_epoch_lasts_a_month_and_its_key_is_destroyed_35_days_later() {
    for world in worlds() {
        (1..=5).for_each(|number| drop(world.record(canary(number), i64::from(number))));
        assert!(!rotation_is_due(&world.db, days(29)).unwrap());
        assert!(rotation_is_due(&world.db, days(30)).unwrap());
        let done = rotate(&world.db, days(30)).unwrap();
        assert_eq!((done.began, done.wrapped_anew), (Some(2), 5));
        assert_eq!((numbers(&world), done.destroyed), (vec![1, 2], vec![]));
        assert!(!rotation_is_due(&world.db, days(31)).unwrap());
        rotate(&world.db, days(64)).unwrap();
        let done = rotate(&world.db, days(65)).unwrap();
        assert_eq!(done.destroyed, [1]);
        assert_eq!(numbers(&world), [2, 3]);
        assert!(world.verify(&[]).ok, "everything was wrapped anew before");
        let read = world.db.read_now(|r| r.entry(0)).unwrap().unwrap();
        assert!(read.personal.present().is_some());
        // A process that starts now knows the same keys.
        let keys = Keys::load(world.dir.path()).unwrap();
        let at = world.db.location().clone();
        let again = Db::open_with(&at, keys, wiring(), MIGRATIONS).unwrap();
        assert!(again.read_now(|r| r.entry(0)).is_ok());
    }
}

/// A house with a root key on paper and its second place, and a backup of it.
struct House {
    world: World,
    paper: String,
    place: tempfile::TempDir,
    file: PathBuf,
}

fn house() -> House {
    let (world, place) = (World::sqlite(), tempfile::tempdir().unwrap());
    world.record(canary(1), 0);
    let paper = world.db.keys().new_root(MORNING).unwrap().on_paper();
    world.db.keys().keep_second(place.path(), MORNING).unwrap();
    let file = world.dir.path().join("ferry.backup");
    backup(&world.db, &file, MORNING).unwrap();
    House {
        world,
        paper,
        place,
        file,
    }
}

fn copy_in(place: &Path) -> PathBuf {
    let mut files = std::fs::read_dir(place).unwrap();
    files.next().unwrap().unwrap().path()
}

/// On a machine where nothing is: backup, second copy, paper.
fn restored(
    file: &Path,
    copy: &Path,
    root: RootKey,
) -> Result<(tempfile::TempDir, Restored), Error> {
    let dir = tempfile::tempdir().unwrap();
    let done = restore_with(
        &Restore {
            file: file.to_owned(),
            dir: dir.path().to_owned(),
            to: redress_store::Location::Sqlite(dir.path().to_owned()),
            keys: None,
            second: Some((copy.to_owned(), root)),
            new_keys: false,
            now: MORNING,
        },
        MIGRATIONS,
    )?;
    Ok((dir, done))
}

fn why(done: Result<(tempfile::TempDir, Restored), Error>) -> String {
    match done {
        Err(Error::Keys(why)) => why,
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("it opened"),
    }
}

#[test]
fn an_empty_machine_comes_back_from_backup_second_copy_and_paper() {
    let house = house();
    let copy = copy_in(house.place.path());
    let paper = RootKey::typed(&house.paper).unwrap();
    let (dir, done) = restored(&house.file, &copy, paper).unwrap();
    assert!(
        !done.codes_lost,
        "access codes are derived from the same key"
    );
    let keys = Keys::load(dir.path()).unwrap();
    assert_eq!(keys.id(), house.world.db.keys().id());
    let at = redress_store::Location::Sqlite(dir.path().to_owned());
    let db = Db::open_with(&at, keys, wiring(), MIGRATIONS).unwrap();
    let read = db.read_now(|r| r.entry(0)).unwrap().unwrap();
    assert!(read.personal.present().unwrap().contains("Rasa"));
    assert_eq!(
        db.read_now(|r| r.head()).unwrap(),
        house.world.db.read_now(|r| r.head()).unwrap()
    );
}

#[test]
fn another_paper_a_changed_copy_and_a_copy_of_before_open_nothing() {
    let house = house();
    let copy = copy_in(house.place.path());
    let typed = || RootKey::typed(&house.paper).unwrap();
    let told = why(restored(&house.file, &copy, RootKey::fresh().unwrap()));
    assert!(told.contains("root key does not open"), "{told}");

    let text = std::fs::read_to_string(&copy).unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    let changed = elsewhere.path().join("changed");
    std::fs::write(&changed, text.replace("\"epochs\":[1]", "\"epochs\":[1,2]")).unwrap();
    let told = why(restored(&house.file, &changed, typed()));
    assert!(told.contains("changed or is damaged"), "{told}");

    let before = elsewhere.path().join("before");
    std::fs::write(&before, text).unwrap();
    rotate(&house.world.db, days(30)).unwrap();
    let newer = house.world.dir.path().join("newer.backup");
    backup(&house.world.db, &newer, days(30)).unwrap();
    let told = why(restored(&newer, &before, typed()));
    assert!(told.contains("epoch 2 is missing"), "{told}");
    assert!(
        restored(&newer, &copy, typed()).is_ok(),
        "the copy of today does"
    );
}

#[test]
fn a_backup_of_an_expired_epoch_opens_no_more_and_one_of_the_month_before_does() {
    let house = house();
    let typed = || RootKey::typed(&house.paper).unwrap();
    let copy = copy_in(house.place.path());
    rotate(&house.world.db, days(30)).unwrap();
    assert!(restored(&house.file, &copy, typed()).is_ok());
    rotate(&house.world.db, days(65)).unwrap();
    let told = why(restored(&house.file, &copy, typed()));
    assert!(told.contains("epoch 1 has expired"), "{told}");
    let keys = std::fs::read_to_string(house.world.dir.path().join(FILE_NAME)).unwrap();
    assert!(
        !keys.contains("number = 1\n"),
        "gone from the key file, too"
    );
}

#[test]
fn the_copy_is_missed_when_it_is_gone_or_old_and_no_epoch_begins_without_it() {
    let house = house();
    let keys = house.world.db.keys().clone();
    let copy = copy_in(house.place.path());
    assert_eq!(keys.second_copy(), SecondCopy::Fine(copy.clone()));
    let before = std::fs::read_to_string(&copy).unwrap();
    rotate(&house.world.db, days(30)).unwrap();
    assert_eq!(keys.second_copy(), SecondCopy::Fine(copy.clone()));
    std::fs::remove_file(&copy).unwrap();
    assert_eq!(keys.second_copy(), SecondCopy::Missing(copy.clone()));
    std::fs::write(&copy, before).unwrap();
    assert_eq!(keys.second_copy(), SecondCopy::Older(copy));
    std::fs::remove_dir_all(house.place.path()).unwrap();
    let Err(Error::Keys(told)) = rotate(&house.world.db, days(60)) else {
        panic!("refused")
    };
    assert!(told.contains("nothing was changed"), "{told}");
    assert_eq!(numbers(&house.world), [1, 2]);
}

#[test]
fn who_has_no_root_key_or_no_place_is_told() {
    let world = World::sqlite();
    assert_eq!(world.db.keys().second_copy(), SecondCopy::NoRoot);
    let folder = tempfile::tempdir().unwrap();
    assert!(world.db.keys().keep_second(folder.path(), MORNING).is_err());
    world.db.keys().new_root(MORNING).unwrap();
    assert_eq!(world.db.keys().second_copy(), SecondCopy::NoPlace);
}
