//! Tampering: whatever is changed, removed, added or exchanged in any row and
//! column of any journal table is found, and an untouched journal never alarms.
//! Tables and columns are read from the schema, so a new one is covered too.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]
mod world;

use redress_kernel::{Draft, Id};
use redress_store::{Error, Read, Row, Sql, Tx, Value, file_commitment, sql, verify};
use serde_json::json;
use world::*;

/// Every kind of row: with and without personal part, unit, time of occurrence,
/// with a file, erased (with and without a file), in single and shared commits.
fn lived_in(world: &World) {
    for number in 1..=4 {
        world.record(received(number, "the ferry left early"), i64::from(number));
    }
    let with_file = |number: u8, salt: [u8; 32]| {
        let file = Id::new(5, [number; 10]);
        let commit = redress_kernel::journal::leaf::hex(&file_commitment(&salt, b"a ticket"));
        let salts = json!({ file.to_string(): redress_kernel::journal::leaf::hex(&salt) });
        (
            file,
            Draft {
                record: json!({ "files": [{ "file": file, "commit": commit, "media": "text/plain" }] }),
                personal: Some(json!({ "file_salts": salts })),
                ..received(number, "")
            },
        )
    };
    for number in [5, 6] {
        let (file, draft) = with_file(number, [number; 32]);
        world
            .db
            .write_now(move |tx| {
                tx.put_blob(file, b"a ticket")?;
                let mut by = by(10);
                by.unit = Some(Id::ORGANISATION);
                tx.record(draft.occurred(MORNING), &by)?;
                tx.record(noted(number), &by)
            })
            .unwrap();
    }
    // Entries 0 (received 1) and 11 (received 6, with a file).
    world
        .db
        .write_now(|tx| tx.erase(complaint(1), &[0, 11], "request", &by(20)))
        .unwrap();
    world.record(noted(2), 30);
}

#[derive(Clone)]
struct Table {
    name: String,
    columns: Vec<(String, String)>,
    rows: Vec<Vec<Value>>,
}

fn journal_tables(world: &World) -> Vec<Table> {
    let (tables, columns) = match world.is_sqlite() {
        true => (
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'journal%' ORDER BY name",
            "SELECT name, type FROM pragma_table_info($1) ORDER BY cid",
        ),
        false => (
            "SELECT table_name::text FROM information_schema.tables WHERE table_name LIKE 'journal%' ORDER BY 1",
            "SELECT column_name::text, data_type::text FROM information_schema.columns WHERE table_name = $1 ORDER BY ordinal_position",
        ),
    };
    world
        .db
        .read_now(move |r| {
            let names = r.rows(&sql(tables), |row| row.text(0))?;
            assert_eq!(
                names,
                ["journal_checkpoint", "journal_entry", "journal_node"]
            );
            names
                .into_iter()
                .map(|name| {
                    let columns = r.rows(&sql(columns).arg(&name), |row| {
                        Ok((row.text(0)?, row.text(1)?))
                    })?;
                    let all = |row: &Row| {
                        (0..columns.len())
                            .map(|place| row.value(place))
                            .collect::<Result<Vec<_>, _>>()
                    };
                    let rows = r.rows(&made(format!("SELECT * FROM {name} ORDER BY 1")), all)?;
                    Ok::<_, Error>(Table {
                        name,
                        columns,
                        rows,
                    })
                })
                .collect()
        })
        .unwrap()
}

/// Does it, verifies, takes it back. None when the engine itself refused it.
fn found(world: &World, acts: Vec<Sql>) -> Option<bool> {
    let keys = world.db.keys().verifiers();
    struct Undo(Option<bool>);
    impl From<Error> for Undo {
        fn from(error: Error) -> Undo {
            match error {
                Error::Constraint(_) => Undo(None),
                error => panic!("{error}"),
            }
        }
    }
    let undone = world.db.write_now::<(), Undo>(move |tx: &mut Tx| {
        for act in acts {
            assert_eq!(tx.execute(&act)?, 1, "{}", act.text());
        }
        Err(Undo(Some(!verify(tx, &keys, &[])?.ok)))
    });
    undone.err().unwrap().0
}

fn null(kind: &str) -> Value {
    match kind {
        "INTEGER" | "bigint" => Value::NullInt,
        "BLOB" | "bytea" => Value::NullBytes,
        _ => Value::NullText,
    }
}

/// Other values for this cell: near ones, a far one, none at all.
fn others(value: &Value, kind: &str) -> Vec<Value> {
    let nothing = null(kind);
    match value {
        Value::Int(n) => vec![
            Value::Int(n + 1),
            Value::Int(n - 1),
            Value::Int(999_999),
            Value::Int(-7),
            nothing,
        ],
        Value::Text(t) => {
            let mut last = t.clone();
            let changed = if last.pop() == Some('a') { 'b' } else { 'a' };
            last.push(changed);
            let mut all = vec![
                Value::Text(format!("{t} ")),
                Value::Text(format!("{t}\n")),
                Value::Text(String::new()),
                Value::Text(last),
                nothing,
            ];
            if t.to_uppercase() != *t {
                all.push(Value::Text(t.to_uppercase()));
            }
            all
        }
        Value::Bytes(b) => {
            let mut flipped = b.clone();
            flipped[0] ^= 1;
            vec![
                Value::Bytes(flipped),
                Value::Bytes(b[1..].to_vec()),
                Value::Bytes(vec![]),
                nothing,
            ]
        }
        _ => match kind {
            "INTEGER" | "bigint" => vec![Value::Int(0), Value::Int(MORNING.micros())],
            "BLOB" | "bytea" => vec![Value::Bytes(vec![0; 32]), Value::Bytes(vec![])],
            _ => vec![
                Value::Text(Id::SYSTEM.to_string()),
                Value::Text("{}".into()),
                Value::Text(String::new()),
            ],
        },
    }
}

fn set(table: &Table, column: usize, row: &[Value], value: Value) -> Sql {
    let (name, key) = (&table.columns[column].0, &table.columns[0].0);
    made(format!(
        "UPDATE {} SET {name} = $1 WHERE {key} = $2",
        table.name
    ))
    .arg(value)
    .arg(row[0].clone())
}

fn insert(table: &Table, row: Vec<Value>) -> Sql {
    let places: Vec<String> = (1..=row.len()).map(|n| format!("${n}")).collect();
    let typed = row
        .into_iter()
        .zip(&table.columns)
        .map(|(v, (_, kind))| if v.is_null() { null(kind) } else { v });
    typed.fold(
        made(format!(
            "INSERT INTO {} VALUES ({})",
            table.name,
            places.join(", ")
        )),
        Sql::arg,
    )
}

#[derive(Default)]
struct Count {
    tried: usize,
    refused: usize,
}

impl Count {
    fn must_be_found(&mut self, world: &World, what: String, acts: Vec<Sql>) {
        match found(world, acts) {
            Some(found) => assert!(found, "not found: {what}"),
            None => self.refused += 1,
        }
        self.tried += 1;
    }
}

#[test]
fn every_change_of_every_column_is_found() {
    for world in worlds() {
        lived_in(&world);
        let mut count = Count::default();
        for table in journal_tables(&world) {
            for row in &table.rows {
                for (place, (column, kind)) in table.columns.iter().enumerate() {
                    for other in others(&row[place], kind) {
                        let what = format!("{}.{column} of {:?} to {other:?}", table.name, row[0]);
                        count.must_be_found(&world, what, vec![set(&table, place, row, other)]);
                    }
                }
            }
        }
        assert!(
            count.tried > 800 && count.refused < count.tried / 3,
            "{} tried, {} refused",
            count.tried,
            count.refused
        );
        assert!(world.verify(&[]).ok, "and untouched it is right");
    }
}

#[test]
fn every_removal_and_every_addition_is_found() {
    for world in worlds() {
        lived_in(&world);
        let mut count = Count::default();
        for table in journal_tables(&world) {
            let key = &table.columns[0].0;
            for row in &table.rows {
                let remove = made(format!("DELETE FROM {} WHERE {key} = $1", table.name))
                    .arg(row[0].clone());
                count.must_be_found(
                    &world,
                    format!("{} without {:?}", table.name, row[0]),
                    vec![remove],
                );
                for place in [-1, table.rows.len() as i64, 1_000_000, i64::MIN, i64::MAX] {
                    let mut copy = row.clone();
                    copy[0] = Value::Int(place);
                    if table.name == "journal_entry" {
                        copy[1] = Value::Text(Id::new(1, [7; 10]).to_string());
                    }
                    count.must_be_found(
                        &world,
                        format!("{} with {:?} again as {place}", table.name, row[0]),
                        vec![insert(&table, copy)],
                    );
                }
            }
        }
        assert_eq!(count.refused, 0);
    }
}

#[test]
fn every_exchange_between_two_rows_is_found() {
    for world in worlds() {
        lived_in(&world);
        let mut count = Count::default();
        for table in journal_tables(&world) {
            for pair in table.rows.windows(2) {
                for (place, (column, _)) in table.columns.iter().enumerate().skip(1) {
                    let (a, b) = (pair[0][place].clone(), pair[1][place].clone());
                    if a == b || a.is_null() || b.is_null() {
                        continue;
                    }
                    let mut acts = vec![
                        set(&table, place, &pair[0], b),
                        set(&table, place, &pair[1], a),
                    ];
                    if column == "id" {
                        acts.insert(
                            0,
                            set(&table, place, &pair[1], Value::Text("meanwhile".into())),
                        );
                    }
                    count.must_be_found(
                        &world,
                        format!("{}.{column} exchanged at {:?}", table.name, pair[0][0]),
                        acts,
                    );
                }
                let key = &table.columns[0].0;
                let number = |from: Value, to: Value| {
                    made(format!(
                        "UPDATE {} SET {key} = $1 WHERE {key} = $2",
                        table.name
                    ))
                    .arg(to)
                    .arg(from)
                };
                let (a, b, meanwhile) = (pair[0][0].clone(), pair[1][0].clone(), Value::Int(-100));
                let whole = vec![
                    number(a.clone(), meanwhile.clone()),
                    number(b.clone(), a),
                    number(meanwhile, b),
                ];
                count.must_be_found(
                    &world,
                    format!("{} rows exchanged at {:?}", table.name, pair[0][0]),
                    whole,
                );
            }
        }
        assert_eq!(count.refused, 0);
        assert!(count.tried > 100, "{}", count.tried);
    }
}

#[test]
fn a_checkpoint_taken_out_is_found_even_when_the_others_are_renumbered() {
    for world in worlds() {
        lived_in(&world);
        let acts = vec![
            sql("DELETE FROM journal_checkpoint WHERE number = 6"),
            sql("UPDATE journal_checkpoint SET number = 6 WHERE number = 7"),
        ];
        assert_eq!(found(&world, acts), Some(true));
    }
}

#[test]
fn a_file_that_changed_or_went_or_came_back_is_found() {
    for world in worlds() {
        lived_in(&world);
        let (there, erased) = (Id::new(5, [5; 10]), Id::new(5, [6; 10]));
        for act in [
            sql("UPDATE blob SET bytes = $1 WHERE id = $2")
                .arg(&b"another"[..])
                .arg(there),
            sql("DELETE FROM blob WHERE id = $1").arg(there),
            sql("INSERT INTO blob (bytes, id) VALUES ($1, $2)")
                .arg(&b"a ticket"[..])
                .arg(erased),
        ] {
            assert_eq!(
                found(&world, vec![act.clone()]),
                Some(true),
                "{}",
                act.text()
            );
        }
    }
}

#[test]
fn only_what_a_fact_says_is_erased_may_be_missing() {
    for world in worlds() {
        lived_in(&world);
        let blanked = sql("UPDATE journal_entry SET sealed = NULL WHERE seq = 2");
        assert_eq!(found(&world, vec![blanked]), Some(true));
        let personal = world.db.read_now(|r| r.entry(0)).unwrap().unwrap().personal;
        assert!(personal.is_erased());
    }
}

#[test]
fn a_journal_cut_short_is_found_by_a_checkpoint_from_outside_only() {
    for world in worlds() {
        lived_in(&world);
        let outside = world.db.read_now(|r| r.checkpoint()).unwrap().unwrap();
        let before = world.verify(std::slice::from_ref(&outside));
        assert!(before.ok, "{before:?}");
        let keys = world.db.keys().verifiers();
        world
            .db
            .write_now(move |tx| {
                let size = 15;
                tx.execute(&sql("DELETE FROM journal_entry WHERE seq >= $1").arg(size))?;
                tx.execute(&sql("DELETE FROM journal_node WHERE place >= 26"))?;
                tx.execute(&sql("DELETE FROM journal_checkpoint WHERE size > $1").arg(size))?;
                let alone = verify(tx, &keys, &[])?;
                assert!(alone.ok, "{alone:?}");
                let compared = verify(tx, &keys, &[outside])?;
                assert_eq!(compared.first_bad.map(|bad| bad.seq), Some(size));
                Ok::<_, Error>(())
            })
            .unwrap();
    }
}

#[test]
fn a_journal_written_anew_with_the_stolen_key_differs_from_the_checkpoint_outside() {
    let world = World::sqlite();
    world.record(received(1, "late"), 0);
    let outside = world.db.read_now(|r| r.checkpoint()).unwrap().unwrap();
    let keys = redress_store::Keys::load(world.dir.path()).unwrap();
    let dir = tempfile::tempdir().unwrap();
    let forked = redress_store::Db::open_with(
        &redress_store::Location::Sqlite(dir.path().into()),
        keys,
        wiring(),
        MIGRATIONS,
    )
    .unwrap();
    forked
        .write_now(|tx| tx.record(received(1, "never late"), &by(0)))
        .unwrap();
    let keys = forked.keys().verifiers();
    let against = [outside];
    let alone = forked.read_now(|r| verify(r, &keys, &[])).unwrap();
    let compared = forked.read_now(|r| verify(r, &keys, &against)).unwrap();
    assert!(alone.ok && !compared.ok);
}
