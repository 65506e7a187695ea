//! `redress-verify`: checks receipts and exported journals without a server, a database
//! or a network. Exit 0: everything was proved. 1: something was not. 2: wrong use.

mod asked;
mod told;

use asked::Asked;
use redress_verify::{Receipt, bundle, folder, page};
use std::{path::Path, process::ExitCode};
use told::Told;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let asked = match Asked::read(&arguments) {
        Ok(Some(asked)) => asked,
        Ok(None) => {
            told::print(asked::HELP);
            return ExitCode::SUCCESS;
        }
        Err(wrong) => {
            told::complain(&wrong);
            return ExitCode::from(2);
        }
    };
    let mut all = true;
    for path in &asked.paths {
        let told = match path.is_dir() {
            true => of_folder(path, &asked),
            false => of_file(path, &asked),
        };
        match told {
            Ok(told) => {
                all &= told.proved;
                told.print(path, asked.json);
            }
            Err(wrong) => {
                told::complain(&wrong);
                return ExitCode::from(2);
            }
        }
    }
    ExitCode::from(u8::from(!all))
}

fn of_folder(path: &Path, asked: &Asked) -> Result<Told, String> {
    if folder::of(path).is_none() {
        let why = "holds no leaves.jsonl, journal.jsonl or entries.jsonl";
        return Err(format!("{} {why}", path.display()));
    }
    let verdict = folder::check(path, asked.keys.as_deref(), &asked.against);
    Ok(Told::of_folder(verdict, asked.against.len()))
}

fn of_file(path: &Path, asked: &Asked) -> Result<Told, String> {
    let bytes = std::fs::read(path)
        .map_err(|error| format!("{} cannot be read: {}", path.display(), error.kind()))?;
    if page::is_one(&bytes) {
        let verdict = page::check(&bytes, asked.keys.as_deref(), &asked.against);
        return Ok(Told::of_page(verdict, asked.against.len()));
    }
    let receipt = match Receipt::read(&bytes) {
        Ok(receipt) => receipt,
        Err(unreadable) => return Ok(Told::unreadable(unreadable)),
    };
    let keys = match (&asked.keys, &receipt.claimed) {
        (Some(keys), _) => keys.clone(),
        (None, Some(claimed)) => vec![claimed.clone()],
        (None, None) => return Ok(Told::without_key(&receipt)),
    };
    let opened = std::str::from_utf8(&bytes).ok().map(str::trim);
    let opened = opened.filter(|text| text.starts_with('{'));
    let proved = match opened {
        Some(text) => bundle::check(text, &keys).map(|(_, proved)| proved),
        None => receipt.check(&keys).map_err(bundle::Fault::Wrong),
    };
    let fork = asked
        .against
        .iter()
        .find(|(_, other)| folder::contradicts(&receipt.note, other));
    Ok(match (proved, fork) {
        (Ok(_), Some((name, other))) if other.signer(&keys).is_ok() => Told::forked(&receipt, name),
        (Ok(proved), _) => Told::proved(&receipt, &proved, asked.keys.is_none(), opened.is_some()),
        (Err(fault), _) => Told::fault(fault, &receipt),
    })
}
