//! The same in the database itself: `redress verify` finds what was changed at random in
//! the journal's rows, and takes it back afterwards. (Each column of each row by turns is
//! crates/store/tests/tampering.rs.)

use crate::{
    chance::Chance,
    tamper::{seed, wanted},
    world::World,
};
use redress_store::{Error, Sql, Tx, sql, verify};

const TABLES: [(&str, &str, &[&str]); 3] = [
    (
        "journal_entry",
        "seq",
        &[
            "id",
            "about",
            "kind",
            "version",
            "actor",
            "recorded_at",
            "record_commitment",
            "record_salt",
            "record",
            "sealed",
        ],
    ),
    ("journal_node", "place", &["hash"]),
    ("journal_checkpoint", "number", &["size", "note"]),
];

/// A statement put together in a test.
fn made(text: String) -> Sql {
    sql(Box::leak(text.into_boxed_str()))
}

fn change(chance: &mut Chance, rows: i64) -> Vec<Sql> {
    let (table, key, columns) = TABLES[chance.below(3)];
    let rows = if table == "journal_node" {
        2 * rows - 20
    } else {
        rows.min(40)
    };
    let (row, other) = (chance.below(rows as usize), chance.below(rows as usize));
    let column = columns[chance.below(columns.len())];
    match chance.below(4) {
        0 => vec![made(format!("DELETE FROM {table} WHERE {key} = {row}"))],
        1 if row != other => vec![
            made(format!("UPDATE {table} SET {key} = -9 WHERE {key} = {row}")),
            made(format!(
                "UPDATE {table} SET {key} = {row} WHERE {key} = {other}"
            )),
            made(format!(
                "UPDATE {table} SET {key} = {other} WHERE {key} = -9"
            )),
        ],
        _ => {
            let value = match column {
                "version" | "recorded_at" | "size" => format!("{column} + {}", 1 + chance.below(9)),
                "record_commitment" | "record_salt" | "hash" | "sealed" => {
                    "randomblob(32)".to_owned()
                }
                column => format!("{column} || '{}'", chance.below(10)),
            };
            vec![made(format!(
                "UPDATE {table} SET {column} = {value} WHERE {key} = {row}"
            ))]
        }
    }
}

/// How the attempt ended; the error takes everything back.
struct Undone(bool);

impl From<Error> for Undone {
    fn from(error: Error) -> Undone {
        panic!("{error}")
    }
}

#[test]
fn the_journal_finds_every_change_of_its_own_rows() {
    let (mut world, mut chance) = (World::open(), Chance::from(seed() ^ 2));
    world.grow(&mut chance, 50);
    let keys = world.db.keys().verifiers();
    let size = world.notes().last().unwrap().0 as i64;
    for number in 0..wanted() / 4 {
        let acts = change(&mut chance, size);
        let keys = keys.clone();
        let told = format!("{number}, seed {}: {:?}", seed(), acts[0].text());
        let undone = world.db.write_now::<(), Undone>(move |tx: &mut Tx| {
            for act in acts {
                tx.execute(&act)?;
            }
            Err(Undone(!verify(tx, &keys, &[])?.ok))
        });
        assert!(undone.err().unwrap().0, "not found: {told}");
    }
    let clean = world
        .db
        .read_now(|reader| verify(reader, &keys, &[]))
        .unwrap();
    assert!(clean.ok, "{clean:?}");
}
