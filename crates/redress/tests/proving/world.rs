//! A journal of the house that grows by facts of every shape: with and without personal
//! part, unit, time of occurrence and file, erased, in single and shared commits.

use crate::chance::Chance;
use redress::house::wiring;
use redress_kernel::{
    By, Draft, Id, Instant,
    journal::{canonical::canonical, leaf::hex},
};
use redress_store::{Db, Error, Keys, Location, Read, Reader, export, file_commitment, proof, sql};
use redress_verify::Key;
use serde_json::{Value, json};
use std::{collections::BTreeMap, fs, path::Path};

/// The files of an exported folder, by name.
pub type Export = BTreeMap<String, Vec<u8>>;

pub struct World {
    pub db: Db,
    pub dir: tempfile::TempDir,
    now: Instant,
    /// Entries whose personal part could still be erased.
    whole: Vec<(i64, Id)>,
}

impl World {
    pub fn open() -> World {
        let dir = tempfile::tempdir().unwrap();
        let now = Instant::from_micros(1_772_434_800_000_000);
        let keys = Keys::create(dir.path(), now).unwrap();
        let db = Db::open(&Location::Sqlite(dir.path().into()), keys, wiring()).unwrap();
        World {
            db,
            dir,
            now,
            whole: Vec::new(),
        }
    }

    pub fn keys(&self) -> Vec<Key> {
        let keys = self.db.keys().verifiers();
        keys.iter()
            .map(|key| Key::read(&key.text()).unwrap())
            .collect()
    }

    /// So many commits of one to three facts.
    pub fn grow(&mut self, chance: &mut Chance, commits: usize) {
        for _ in 0..commits {
            self.now = self.now.plus_seconds(chance.below(4000) as i64);
            if chance.in_ten(1) && !self.whole.is_empty() {
                let (entry, about) = self.whole.swap_remove(chance.below(self.whole.len()));
                let by = By::system(self.now);
                let erased = self
                    .db
                    .write_now(move |tx| tx.erase(about, &[entry], "request", &by));
                erased.unwrap();
            } else {
                self.facts(chance);
            }
        }
    }

    fn facts(&mut self, chance: &mut Chance) {
        let many = 1 + chance.below(3);
        let facts: Vec<Made> = (0..many).map(|_| made(chance, self.now)).collect();
        let written = self.db.write_now(move |tx| -> Result<_, Error> {
            let mut whole = Vec::new();
            for made in facts {
                for (file, bytes) in &made.files {
                    tx.put_blob(*file, bytes)?;
                }
                let entry = tx.record(made.draft, &made.by)?;
                whole.extend(entry.personal.present().map(|_| (entry.seq, entry.about)));
            }
            Ok(whole)
        });
        self.whole.extend(written.unwrap());
    }

    /// As `redress export all` or `redress export journal` writes it.
    pub fn export(&self, opened: bool) -> Export {
        let read = |reader: &mut Reader| -> Result<Export, Error> {
            let mut text = String::new();
            export::lines(reader, opened, |line: &Value| -> Result<(), Error> {
                let line = if opened { line } else { &line["leaf"] };
                text += &(canonical(line).unwrap() + "\n");
                Ok(())
            })?;
            let name = if opened {
                "journal.jsonl"
            } else {
                "leaves.jsonl"
            };
            let note = reader.checkpoint()?.unwrap();
            let mut all = Export::from([
                (name.to_owned(), text.into_bytes()),
                ("checkpoint.txt".to_owned(), note.into_bytes()),
            ]);
            for id in export::file_ids(reader)?.into_iter().filter(|_| opened) {
                all.insert(format!("files/{id}"), reader.blob(id)?.unwrap());
            }
            Ok(all)
        };
        self.db.read_now(read).unwrap()
    }

    /// Every checkpoint that was ever signed, with its size.
    pub fn notes(&self) -> Vec<(usize, String)> {
        let query = sql("SELECT size, note FROM journal_checkpoint ORDER BY number LIMIT 100000");
        let read = |reader: &mut Reader| -> Result<_, Error> {
            reader.rows(&query, |row| {
                Ok((row.int(0)?.unsigned_abs() as usize, row.text(1)?))
            })
        };
        self.db.read_now(read).unwrap()
    }

    pub fn receipt(&self, entry: i64) -> String {
        let keys = self.db.keys().verifiers();
        let proof = self.db.read_now(|reader| proof(reader, entry)).unwrap();
        proof.unwrap().text(&keys)
    }
}

struct Made {
    draft: Draft,
    by: By,
    files: Vec<(Id, Vec<u8>)>,
}

fn made(chance: &mut Chance, now: Instant) -> Made {
    let mut record =
        json!({ "code": chance.below(9000), "flags": [true, null, -3], "word": chance.text() });
    let mut personal = json!({ "text": chance.text(), "name": chance.text(), (chance.text()): 1 });
    let mut files = Vec::new();
    if chance.in_ten(2) {
        let (file, salt) = (Id::from_bytes(chance.bytes()), chance.bytes::<32>());
        let bytes = chance.text().into_bytes();
        let commit = hex(&file_commitment(&salt, &bytes));
        record["files"] = json!([{ "file": file, "commit": commit }]);
        personal["file_salts"] = json!({ file.to_string(): hex(&salt) });
        files.push((file, bytes));
    }
    let about = Id::from_bytes([200 + chance.below(9) as u8; 16]);
    let draft = Draft {
        kind: ["tested", "tried", "proved"][chance.below(3)],
        version: 1,
        about,
        occurred_at: chance.in_ten(3).then(|| now.plus_seconds(-500)),
        record,
        personal: (chance.in_ten(6) || !files.is_empty()).then_some(personal),
    };
    let mut by = By::system(now);
    by.unit = chance.in_ten(3).then_some(Id::ORGANISATION);
    Made { draft, by, files }
}

pub fn write(export: &Export, to: &Path) {
    for (name, bytes) in export {
        let path = to.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}
