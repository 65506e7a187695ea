//! An old database put back in place of the present one is refused at the start, with
//! the way on; whoever goes on leaves the evidence.

use crate::server::{Server, blue_ferry, folder, free_port, run, told};
use std::{fs, path::Path};

/// The database as it lies there, without a server.
fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if name.starts_with("redress.db") {
            fs::copy(&path, to.join(name)).unwrap();
        }
    }
}

fn one_more(data: &Path, email: &str) {
    let args = [
        "--json", "user", "add", "--email", email, "--name", "X", "--role", "handler",
    ];
    told(data, &args, "");
}

fn clear(data: &Path) {
    for name in ["redress.db", "redress.db-wal", "redress.db-shm"] {
        drop(fs::remove_file(data.join(name)));
    }
}

#[test]
fn an_old_state_put_back_does_not_start_until_somebody_says_so() {
    let (data, old) = (folder("rollback"), folder("rollback-old"));
    blue_ferry(&data);
    copy(&data, &old);
    one_more(&data, "ona@ferry.example");
    let address = free_port();
    Server::start(&data, address).kill();
    let kept = data.join("newest-checkpoint.txt");
    assert!(kept.exists(), "kept while it served");
    // As it is, it starts again.
    Server::start(&data, address).kill();
    assert_eq!(told(&data, &["--json", "verify"], "")["ok"], true);

    clear(&data);
    copy(&old, &data);
    let listen = address.to_string();
    let serve = ["serve", "--listen", listen.as_str()];
    let refused = run(&data, &serve, "");
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert_eq!(refused.status.code(), Some(1), "{said}");
    assert!(
        said.contains("an older state was put back") && said.contains("--accept-older"),
        "{said}"
    );
    let verify = run(&data, &["--json", "verify"], "");
    assert_eq!(verify.status.code(), Some(1), "verify compares with it too");

    let command = crate::server::redress(&data, &["serve", "--listen", &listen, "--accept-older"]);
    Server::start_as(command, address).kill();
    let names: Vec<String> = fs::read_dir(&data)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let evidence = names.iter().any(|name| name.contains("contradicted-at-"));
    assert!(evidence, "{names:?}");
    Server::start(&data, address).kill();
    for folder in [data, old] {
        fs::remove_dir_all(folder).unwrap();
    }
}

#[test]
fn other_facts_in_their_place_are_found_too_and_a_witness_may_lie_elsewhere() {
    let (data, old, away) = (
        folder("rewritten"),
        folder("rewritten-old"),
        folder("witness"),
    );
    blue_ferry(&data);
    copy(&data, &old);
    one_more(&data, "ona@ferry.example");
    let (address, witness) = (free_port(), away.join("kept.txt"));
    let listen = address.to_string();
    let args = [
        "serve",
        "--listen",
        &listen,
        "--witness",
        witness.to_str().unwrap(),
    ];
    Server::start_as(crate::server::redress(&data, &args), address).kill();
    assert!(witness.exists() && !data.join("newest-checkpoint.txt").exists());
    clear(&data);
    copy(&old, &data);
    for other in [
        "jonas@ferry.example",
        "rita@ferry.example",
        "ben@ferry.example",
    ] {
        one_more(&data, other);
    }
    let refused = run(&data, &args, "");
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert_eq!(refused.status.code(), Some(1), "{said}");
    assert!(said.contains("the journal was written anew"), "{said}");
    for folder in [data, old, away] {
        fs::remove_dir_all(folder).unwrap();
    }
}
