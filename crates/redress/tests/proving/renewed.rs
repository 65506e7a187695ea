//! Somebody who could read the key file has left: the house goes on with new keys, by the
//! commands that docs/security.md names. What was closed opens, what was proved stays
//! proved, names are found again, and the old key opens nothing more.

use crate::server::{blue_ferry, folder, run, told};
use redress::{clock::MachineClock, house::wiring};
use redress_complaint::facts::Person;
use redress_kernel::{By, instant::Clock};
use redress_operation::receipt::{Arrival, receive};
use redress_store::{Db, Error, Keys, Location};
use serde_json::json;
use std::path::{Path, PathBuf};

fn words(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// A house that knows somebody by name, and its backup.
fn house() -> (PathBuf, PathBuf) {
    let data = folder("renewed-house");
    blue_ferry(&data);
    let keys = Keys::load(&data).unwrap();
    let db = Db::open(&Location::Sqlite(data.clone()), keys, wiring()).unwrap();
    let write = |tx: &mut redress_store::Tx| -> Result<(), Error> {
        let complainant = Person {
            name: "Rasa Petraite".into(),
            email: "rasa@example.org".into(),
            ..Person::default()
        };
        let arrival = Arrival {
            channel: "web".into(),
            description: "It left early.".into(),
            complainant,
            ..Arrival::default()
        };
        assert!(receive(tx, arrival, &By::system(MachineClock.now())).is_ok());
        Ok(())
    };
    db.write_now(write).unwrap();
    let file = data.join("ferry.backup");
    told(&data, &["--json", "backup", words(&file)], "");
    (data, file)
}

#[test]
fn a_house_whose_key_file_was_seen_goes_on_with_new_keys() {
    let (data, file) = house();
    let old = data.join("keys.toml");
    let root = told(&data, &["--json", "verify"], "")["root"].clone();
    let anew = folder("renewed-anew");
    let restore = ["restore", words(&file), "--keys", words(&old), "--new-keys"];
    let done = told(&anew, &[&["--json"][..], &restore[..]].concat(), "");
    assert_eq!(done["codes_lost"], json!(true));
    let verified = told(&anew, &["--json", "verify"], "");
    assert_eq!((&verified["ok"], &verified["root"]), (&json!(true), &root));
    // Names are found by keyed hashes: they were written anew.
    assert!(run(&anew, &["rebuild", "--check"], "").status.success());
    assert!(run(&anew, &["keys", "rotate"], "").status.success());
    assert_ne!(
        Keys::load(&anew).unwrap().id(),
        Keys::load(&data).unwrap().id()
    );
    // The old key file in the place of the new one is refused.
    std::fs::copy(&old, anew.join("old.toml")).unwrap();
    std::fs::rename(anew.join("old.toml"), anew.join("keys.toml")).unwrap();
    assert!(!run(&anew, &["--json", "verify"], "").status.success());
    for folder in [data, anew] {
        drop(std::fs::remove_dir_all(folder));
    }
}
