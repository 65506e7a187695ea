//! One change at random to what left the house.

use crate::{
    chance::Chance,
    world::{Export, World},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use ed25519_dalek::{Signer, SigningKey};
use redress_kernel::journal::{
    canonical::canonical,
    leaf::{hex, record_commitment, unhex},
};
use redress_verify::tree::{Growing, leaf_hash};
use serde_json::{Value, json};

/// What there is to change, and what was kept elsewhere.
pub struct Truth {
    pub exports: [Export; 2],
    pub receipts: Vec<String>,
    notes: Vec<(usize, String)>,
    signing: SigningKey,
}

/// A folder or a receipt that is no more what it was.
pub enum Changed {
    Folder(Export),
    Receipt(Vec<u8>),
}

pub const KINDS: [&str; 14] = [
    "bit",
    "bits",
    "cut",
    "row removed",
    "row doubled",
    "row inserted",
    "field",
    "order",
    "date",
    "silent erasure",
    "file",
    "rollback",
    "fork",
    "receipt bit",
];

impl Truth {
    pub fn of(world: &World) -> Truth {
        let keys = std::fs::read_to_string(world.dir.path().join("keys.toml")).unwrap();
        let keys: toml::Table = toml::from_str(&keys).unwrap();
        let seed = STANDARD
            .decode(keys["signing_seed"].as_str().unwrap())
            .unwrap();
        let notes = world.notes();
        let size = notes.last().unwrap().0;
        Truth {
            exports: [world.export(true), world.export(false)],
            receipts: (0..size)
                .step_by(7)
                .map(|entry| world.receipt(entry as i64))
                .collect(),
            notes,
            signing: SigningKey::from_bytes(&seed.try_into().unwrap()),
        }
    }

    pub fn newest(&self) -> &str {
        &self.notes.last().unwrap().1
    }

    /// None where this kind of change finds nothing to change here.
    pub fn change(&self, kind: &str, chance: &mut Chance) -> Option<Changed> {
        if kind == "receipt bit" {
            let receipt = &self.receipts[chance.below(self.receipts.len())];
            return Some(Changed::Receipt(flipped(receipt.as_bytes(), chance)));
        }
        let mut export = self.exports[chance.below(2)].clone();
        let before = export.clone();
        match kind {
            "bit" | "bits" => {
                let names: Vec<String> = export.keys().cloned().collect();
                for _ in 0..if kind == "bit" {
                    1
                } else {
                    2 + chance.below(8)
                } {
                    let bytes = export.get_mut(&names[chance.below(names.len())])?;
                    *bytes = flipped(bytes, chance);
                }
            }
            "cut" => {
                let bytes = export.get_mut(journal(&before))?;
                bytes.truncate(chance.below(bytes.len()));
            }
            "file" => {
                let files: Vec<&String> = before
                    .keys()
                    .filter(|name| name.starts_with("files/"))
                    .collect();
                let name = *files.get(chance.below(files.len().max(1)))?;
                match chance.in_ten(5) {
                    true => drop(export.remove(name)),
                    false => export.get_mut(name)?.push(b'x'),
                }
            }
            "rollback" => self.rolled_back(&mut export, chance),
            "fork" => self.forked(&mut export, chance),
            kind => {
                let mut lines = lines(&export);
                rows(kind, &mut lines, chance)?;
                put(&mut export, &lines);
            }
        }
        (export != before).then_some(Changed::Folder(export))
    }

    /// A true older state in place of the present one.
    fn rolled_back(&self, export: &mut Export, chance: &mut Chance) {
        let (size, note) = &self.notes[chance.below(self.notes.len() - 1)];
        let mut lines = lines(export);
        lines.truncate(*size);
        put(export, &lines);
        export.insert("checkpoint.txt".to_owned(), note.clone().into_bytes());
    }

    /// Another fact in the place of a true one, and everything above it signed anew.
    fn forked(&self, export: &mut Export, chance: &mut Chance) {
        let mut lines = lines(export);
        let place = chance.below(lines.len());
        let mut line: Value = serde_json::from_str(&lines[place]).unwrap();
        if line.get("leaf").is_some() {
            line["record"] = json!({ "forged": chance.below(1000) });
            let salt = unhex(line["record_salt"].as_str().unwrap()).unwrap();
            let text = canonical(&line["record"]).unwrap();
            line["leaf"]["record"] = hex(&record_commitment(&salt, &text)).into();
        } else {
            line["record"] = hex(&chance.bytes::<32>()).into();
        }
        lines[place] = canonical(&line).unwrap();
        put(export, &lines);
        let mut tree = Growing::default();
        for line in &lines {
            let line: Value = serde_json::from_str(line).unwrap();
            let leaf = line.get("leaf").unwrap_or(&line);
            tree.add(leaf_hash(canonical(leaf).unwrap().as_bytes()));
        }
        let note = self.signed(&STANDARD.encode(tree.root()));
        export.insert("checkpoint.txt".to_owned(), note.into_bytes());
    }

    fn signed(&self, root: &str) -> String {
        let mut true_note = self.newest().split('\n');
        let (origin, size) = (true_note.next().unwrap(), true_note.next().unwrap());
        let number = true_note.nth(1).unwrap();
        let text = format!("{origin}\n{size}\n{root}\n{number}\n");
        let coded = self.newest().trim_end().rsplit(' ').next().unwrap();
        let id = STANDARD.decode(coded).unwrap()[..4].to_vec();
        let signature = [id, self.signing.sign(text.as_bytes()).to_bytes().to_vec()].concat();
        format!("{text}\n\u{2014} {origin} {}\n", STANDARD.encode(signature))
    }
}

fn journal(export: &Export) -> &'static str {
    match export.contains_key("journal.jsonl") {
        true => "journal.jsonl",
        false => "leaves.jsonl",
    }
}

fn lines(export: &Export) -> Vec<String> {
    let text = String::from_utf8(export[journal(export)].clone()).unwrap();
    text.lines().map(str::to_owned).collect()
}

fn put(export: &mut Export, lines: &[String]) {
    let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
    export.insert(journal(export).to_owned(), text.into_bytes());
}

fn flipped(bytes: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    if bytes.is_empty() {
        return vec![1];
    }
    let place = chance.below(bytes.len());
    bytes[place] ^= 1 << chance.below(8);
    bytes
}

fn rows(kind: &str, lines: &mut Vec<String>, chance: &mut Chance) -> Option<()> {
    let place = chance.below(lines.len());
    let other = chance.below(lines.len());
    match kind {
        "row removed" => drop(lines.remove(place)),
        "row doubled" => lines.insert(place, lines[place].clone()),
        "row inserted" => {
            let mut line: Value = serde_json::from_str(&lines[other]).ok()?;
            leaf(&mut line)["seq"] = place.into();
            lines.insert(place, canonical(&line).ok()?);
        }
        "order" => lines.swap(place, other),
        "date" => {
            let mut line: Value = serde_json::from_str(&lines[place]).ok()?;
            let shift = chance.below(20_000_000_000) as i64 - 10_000_000_000;
            let name = ["recorded_at", "occurred_at"][chance.below(2)];
            let at = &mut leaf(&mut line)[name];
            *at = (at.as_i64()? + shift).into();
            lines[place] = canonical(&line).ok()?;
        }
        "silent erasure" => {
            let mut line: Value = serde_json::from_str(&lines[place]).ok()?;
            line.get("personal")?.as_object()?;
            line["personal"] = Value::Null;
            line["personal_salt"] = Value::Null;
            lines[place] = canonical(&line).ok()?;
        }
        _ => {
            let mut line: Value = serde_json::from_str(&lines[place]).ok()?;
            let mut cells = Vec::new();
            scalars(&line, String::new(), &mut cells);
            let cell = line.pointer_mut(&cells[chance.below(cells.len())])?;
            *cell = another(cell, chance);
            lines[place] = canonical(&line).ok()?;
        }
    }
    Some(())
}

fn leaf(line: &mut Value) -> &mut Value {
    match line.get("leaf").is_some() {
        true => &mut line["leaf"],
        false => line,
    }
}

fn scalars(value: &Value, at: String, found: &mut Vec<String>) {
    let inside = |name: &str| format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"));
    match value {
        Value::Object(members) => members
            .iter()
            .for_each(|(name, value)| scalars(value, inside(name), found)),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(place, value)| scalars(value, inside(&place.to_string()), found)),
        _ => found.push(at),
    }
}

fn another(value: &Value, chance: &mut Chance) -> Value {
    match value {
        Value::Bool(yes) => (!yes).into(),
        Value::Number(number) => (number.as_i64().unwrap() + 1 + chance.below(9) as i64).into(),
        Value::String(text) if chance.in_ten(5) => format!("{text}0").into(),
        Value::String(text) => {
            let mut signs: Vec<char> = text.chars().collect();
            let last = signs.pop();
            signs.push(if last == Some('a') { 'b' } else { 'a' });
            signs.into_iter().collect::<String>().into()
        }
        _ => ["0".into(), json!(1), json!({})][chance.below(3)].clone(),
    }
}
