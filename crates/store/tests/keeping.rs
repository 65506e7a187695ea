//! Keeping: backup and restore, keys, migrations.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]
mod closing;
mod world;

use redress_store::{
    Db, Error, Keys, Location, Read, Restore, backup,
    keys::FILE_NAME,
    migrate::{MIGRATIONS as ALL, Migration},
    read_note, rebuild_check, restore_with, rights_too_many, sql, verify,
};
use std::path::PathBuf;
use world::*;

fn saved(world: &World) -> PathBuf {
    for number in 1..=5 {
        world.record(received(number, "the ferry left early"), i64::from(number));
    }
    world
        .db
        .write_now(|tx| tx.erase(complaint(1), &[0], "request", &by(9)))
        .unwrap();
    let file = world.dir.path().join("ferry.backup");
    backup(&world.db, &file, MORNING).unwrap();
    file
}

fn wanted(world: &World, file: &std::path::Path) -> (tempfile::TempDir, Restore) {
    let (dir, to) = world.elsewhere();
    let restore = Restore {
        file: file.to_owned(),
        dir: dir.path().to_owned(),
        to,
        keys: None,
        second: None,
        new_keys: false,
        now: MORNING,
    };
    (dir, restore)
}

#[test]
fn a_backup_restored_elsewhere_is_the_same_journal_and_goes_on() {
    for world in worlds() {
        let file = saved(&world);
        let (_dir, mut restore) = wanted(&world, &file);
        restore.keys = Some(world.dir.path().join(FILE_NAME));
        let done = restore_with(&restore, MIGRATIONS).unwrap();
        assert!(!done.codes_lost);
        let db = Db::open_with(
            &restore.to,
            Keys::load(&restore.dir).unwrap(),
            wiring(),
            MIGRATIONS,
        )
        .unwrap();
        assert_eq!(
            db.read_now(|r| r.head()).unwrap(),
            world.db.read_now(|r| r.head()).unwrap()
        );
        assert_eq!(rebuild_check(&db).unwrap(), []);
        db.write_now(|tx| tx.record(noted(2), &by(20))).unwrap();
        let keys = db.keys().verifiers();
        assert!(db.read_now(|r| verify(r, &keys, &[])).unwrap().ok);
    }
}

#[test]
fn a_backup_holds_no_key_and_names_the_file_that_belongs_to_it() {
    for world in worlds() {
        let file = saved(&world);
        let note = read_note(&file).unwrap();
        assert_eq!(
            (note.keys.as_str(), note.entries),
            (world.db.keys().id().as_str(), 11)
        );
        let bytes = std::fs::read(&file).unwrap();
        let keys = std::fs::read_to_string(world.dir.path().join(FILE_NAME)).unwrap();
        for line in keys
            .lines()
            .filter(|line| line.contains("_seed") || line.contains("_key"))
        {
            let secret = line.split('"').nth(1).unwrap();
            assert!(
                !bytes
                    .windows(secret.len())
                    .any(|window| window == secret.as_bytes()),
                "{line}"
            );
        }
        for secret in [world.db.keys().code_key(), world.db.keys().reference_key()] {
            assert!(!bytes.windows(32).any(|window| window == secret));
        }
        let mode = std::os::unix::fs::PermissionsExt::mode(
            &std::fs::metadata(&file).unwrap().permissions(),
        );
        assert_eq!(mode & 0o077, 0, "personal data for the owner's eyes only");
    }
}

#[test]
fn without_the_matching_keys_a_restore_refuses_and_names_them() {
    for world in worlds() {
        let file = saved(&world);
        let (dir, restore) = wanted(&world, &file);
        let Err(Error::Keys(why)) = restore_with(&restore, MIGRATIONS) else {
            panic!("refused")
        };
        assert!(why.contains(&world.db.keys().id()), "{why}");
        Keys::create(dir.path(), MORNING).unwrap();
        assert!(
            matches!(restore_with(&restore, MIGRATIONS), Err(Error::Keys(_))),
            "another journal's keys"
        );
    }
}

#[test]
fn new_keys_open_no_closed_backup_and_the_refusal_says_what_does() {
    for world in worlds() {
        let file = saved(&world);
        let (dir, mut restore) = wanted(&world, &file);
        restore.new_keys = true;
        let Err(Error::Keys(why)) = restore_with(&restore, MIGRATIONS) else {
            panic!("refused")
        };
        let says = [world.db.keys().id(), "--keys".into(), "--copy".into()];
        assert!(says.iter().all(|it| why.contains(it)), "{why}");
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0);
    }
}

/// Somebody may have seen the key file: the journal goes on, and opens with the new one alone.
#[test]
fn old_keys_and_new_keys_together_renew_them() {
    for world in worlds() {
        let file = saved(&world);
        let (dir, mut restore) = wanted(&world, &file);
        restore.keys = Some(world.dir.path().join(FILE_NAME));
        restore.new_keys = true;
        let done = restore_with(&restore, MIGRATIONS).unwrap();
        let (old, new) = (world.db.keys(), Keys::load(dir.path()).unwrap());
        assert!(done.codes_lost && done.keys == new.id() && new.id() != old.id());
        assert_eq!((new.origin(), new.verifiers().len()), (old.origin(), 2));
        assert!(new.code_key() != old.code_key() && new.reference_key() != old.reference_key());
        let numbers: Vec<i64> = new.epochs().iter().map(|epoch| epoch.number).collect();
        assert_eq!(
            numbers,
            [1, 2],
            "what was closed opens, what comes is closed anew"
        );
        let db = Db::open_with(&restore.to, new, wiring(), MIGRATIONS).unwrap();
        let read = db.read_now(|r| r.entries(complaint(2))).unwrap();
        assert!(read.iter().any(|entry| entry.personal.present().is_some()));
        db.write_now(|tx| tx.record(noted(2), &by(20))).unwrap();
        let keys = db.keys().verifiers();
        assert!(db.read_now(|r| verify(r, &keys, &[])).unwrap().ok);
        assert!(
            !db.read_now(|r| verify(r, &old.verifiers(), &[]))
                .unwrap()
                .ok
        );
    }
}

#[test]
fn keys_that_lie_in_the_place_are_not_written_over_by_new_ones() {
    let world = World::sqlite();
    let file = saved(&world);
    let (dir, mut restore) = wanted(&world, &file);
    let lying = dir.path().join(FILE_NAME);
    std::fs::copy(world.dir.path().join(FILE_NAME), &lying).unwrap();
    let before = std::fs::read(&lying).unwrap();
    restore.new_keys = true;
    let Err(Error::Keys(why)) = restore_with(&restore, MIGRATIONS) else {
        panic!("refused")
    };
    assert!(why.contains("move it away first"), "{why}");
    assert_eq!(std::fs::read(&lying).unwrap(), before);
}

#[test]
fn a_damaged_backup_is_refused_and_leaves_nothing_behind() {
    let world = World::sqlite();
    let file = saved(&world);
    let mut bytes = std::fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&file, bytes).unwrap();
    let (dir, mut restore) = wanted(&world, &file);
    restore.keys = Some(world.dir.path().join(FILE_NAME));
    assert!(matches!(
        restore_with(&restore, MIGRATIONS),
        Err(Error::Storage(_))
    ));
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0);
}

#[test]
fn a_restore_needs_an_empty_place() {
    for world in worlds() {
        let file = saved(&world);
        let at = world.db.location().clone();
        let restore = Restore {
            file,
            dir: world.dir.path().to_owned(),
            to: at,
            keys: None,
            second: None,
            new_keys: false,
            now: MORNING,
        };
        assert!(matches!(
            restore_with(&restore, MIGRATIONS),
            Err(Error::Storage(_))
        ));
        assert!(world.verify(&[]).ok);
    }
}

#[test]
fn a_backup_made_while_others_write_verifies() {
    for world in worlds() {
        world.record(received(1, "late"), 0);
        let writing = world.db.clone();
        let writer = std::thread::spawn(move || {
            (0..200).for_each(|n| {
                drop(
                    writing
                        .write_now(move |tx| tx.record(noted(1), &by(n)))
                        .unwrap(),
                )
            });
        });
        for number in 0..3 {
            backup(
                &world.db,
                &world.dir.path().join(format!("{number}.backup")),
                MORNING,
            )
            .unwrap();
        }
        writer.join().unwrap();
    }
}

#[test]
fn a_backup_does_not_overwrite() {
    let world = World::sqlite();
    let file = saved(&world);
    assert!(backup(&world.db, &file, MORNING).is_err());
    assert!(read_note(&file).is_ok());
}

#[test]
fn the_key_file_is_for_its_owner_only_and_is_never_overwritten() {
    let dir = tempfile::tempdir().unwrap();
    let keys = Keys::create(dir.path(), MORNING).unwrap();
    let mode = std::os::unix::fs::PermissionsExt::mode(
        &std::fs::metadata(dir.path().join(FILE_NAME))
            .unwrap()
            .permissions(),
    );
    assert_eq!(mode & 0o777, 0o400);
    assert!(Keys::create(dir.path(), MORNING).is_err());
    let again = Keys::load(dir.path()).unwrap();
    assert_eq!(
        (again.id(), again.code_key(), again.created()),
        (keys.id(), keys.code_key(), MORNING)
    );
    assert_eq!(format!("{again:?}"), format!("Keys({})", keys.id()));
}

static NEXT: &[Migration] = &[
    Migration {
        version: 1,
        name: "0001_journal",
        text: concat!(
            include_str!("../../../migrations/0001_journal.sql"),
            include_str!("../../../migrations/0175_compartment.sql")
        ),
    },
    Migration {
        version: 2,
        name: "0002_ferry",
        text: "CREATE TABLE ferry (\n  id TEXT PRIMARY KEY,\n  facts BIGINT NOT NULL,\n  text TEXT\n);",
    },
    Migration {
        version: 3,
        name: "0003_forgets",
        text: "-- rebuild: yes\nDELETE FROM ferry;\nCREATE TABLE later (\n  id TEXT PRIMARY KEY\n);",
    },
];

#[test]
fn a_migration_makes_a_verified_backup_first_and_rebuilds_what_it_changed() {
    for world in worlds() {
        world.record(received(1, "late"), 0);
        let (at, dir) = (world.db.location().clone(), world.dir);
        drop(world.db);
        let db = Db::open_with(&at, Keys::load(dir.path()).unwrap(), wiring(), NEXT).unwrap();
        assert_eq!(rebuild_check(&db).unwrap(), []);
        assert_eq!(
            db.read_now(|r| r.rows(&sql("SELECT id FROM ferry"), |row| row.text(0)))
                .unwrap()
                .len(),
            1
        );
        let saved = std::fs::read_dir(dir.path())
            .unwrap()
            .map(|file| file.unwrap().path());
        let saved: Vec<PathBuf> = saved
            .filter(|path| path.extension().is_some_and(|e| e == "redress-backup"))
            .collect();
        assert_eq!(saved.len(), 1);
        assert_eq!(read_note(&saved[0]).unwrap().entries, 2);
    }
}

#[test]
fn a_newer_database_is_refused_with_the_version_it_needs() {
    let world = World::sqlite();
    let (at, dir) = (world.db.location().clone(), world.dir);
    drop(world.db);
    drop(Db::open_with(&at, Keys::load(dir.path()).unwrap(), wiring(), NEXT).unwrap());
    let refused = Db::open_with(&at, Keys::load(dir.path()).unwrap(), wiring(), MIGRATIONS);
    assert_eq!(refused.err(), Some(Error::Newer { found: 3, known: 2 }));
}

#[test]
fn every_file_of_the_folder_is_listed_once_with_owner_and_reason() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../migrations");
    let mut files: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| {
            file.unwrap()
                .file_name()
                .into_string()
                .unwrap()
                .replace(".sql", "")
        })
        .collect();
    files.sort();
    assert_eq!(ALL.iter().map(|m| m.name).collect::<Vec<_>>(), files);
    for migration in ALL {
        assert!(
            migration
                .name
                .starts_with(&format!("{:04}_", migration.version)),
            "{}",
            migration.name
        );
        assert!(
            migration.text.starts_with("-- owner: ") && migration.text.contains("\n-- why: "),
            "{}",
            migration.name
        );
    }
    assert!(ALL.windows(2).all(|pair| pair[0].version < pair[1].version));
}

#[test]
fn all_migrations_apply_on_both_engines() {
    for world in worlds() {
        let (dir, at) = world.elsewhere();
        let db = Db::open(
            &at,
            Keys::create(dir.path(), MORNING).unwrap(),
            redress_store::Wiring::none(),
        )
        .unwrap();
        assert!(matches!(at, Location::Sqlite(_)) == world.is_sqlite());
        assert_eq!(db.read_now(|r| r.head()).unwrap().size, 0);
    }
}

/// To the cluster of `scripts/postgres`, which has an authority of its own.
#[test]
fn the_line_to_postgresql_is_encrypted_and_its_name_is_proved() {
    for world in worlds() {
        let Some(cluster) = &world.postgres else {
            continue;
        };
        let mut plain = postgres::Client::connect(cluster, postgres::NoTls).unwrap();
        let mut shown = |name: &str| -> String {
            let row = plain.query_one(&format!("SHOW {name}"), &[]).unwrap();
            row.get(0)
        };
        if shown("ssl") != "on" {
            eprintln!("SKIPPED: this PostgreSQL has no certificate");
            continue;
        }
        let authority = format!("{}/{}", shown("data_directory"), shown("ssl_ca_file"));
        let (_dir, at) = world.elsewhere();
        let Location::Postgres(url) = at else {
            panic!("it is PostgreSQL")
        };
        let opened = |query: &str| {
            let at = Location::Postgres(format!("{url}{query}"));
            let keys = Keys::fresh(MORNING).unwrap();
            Db::open_with(&at, keys, world::wiring(), MIGRATIONS)
        };
        let believed = format!("?sslmode=verify-full&sslrootcert={authority}");
        let db = opened(&believed).unwrap();
        let asked = sql(
            "SELECT CAST(CASE WHEN ssl THEN 1 ELSE 0 END AS BIGINT) FROM pg_stat_ssl WHERE pid = pg_backend_pid()",
        );
        let encrypted = db.read_now(move |reader| reader.one(&asked, |row| row.int(0)));
        assert_eq!(encrypted.unwrap(), Some(1));
        drop(db);
        assert!(
            opened("?sslmode=verify-full").is_err(),
            "the authorities of the world do not know it"
        );
        assert!(opened("?sslmode=require").is_err(), "half a protection");
        assert!(opened("").is_ok(), "on this machine an open line is fine");
    }
}

/// The throw-away cluster's own role may everything, as one that was made in a hurry.
#[test]
fn a_role_with_rights_that_it_does_not_need_is_found() {
    for world in worlds() {
        let held = rights_too_many(&world.db).unwrap();
        let Some((narrow, alter)) = world.as_narrow_role() else {
            assert_eq!(held, None, "a file has no roles");
            continue;
        };
        assert!(held.unwrap().contains(&"SUPERUSER".to_owned()));
        let of = |db: &Db| rights_too_many(db).unwrap().unwrap();
        assert_eq!(of(&narrow), [""; 0], "it owns its tables and works");
        alter("ALTER USER ROLE CREATEDB");
        alter("GRANT pg_read_server_files TO ROLE");
        assert_eq!(of(&narrow), ["CREATEDB", "pg_read_server_files"]);
    }
}
