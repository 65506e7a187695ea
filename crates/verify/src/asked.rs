//! What was asked on the command line: few options, read by hand.

use redress_verify::{Key, Note};
use std::path::{Path, PathBuf};

pub const HELP: &str = "\
redress-verify: checks what a Redress installation handed out, without it

  redress-verify PATH... [--key KEY] [--against FILE]... [--json]

PATH      a receipt (.tlog-proof, or the .proof.json that opens one), a case
          as one page (.html), or the folder of an export: of the journal,
          of everything, of a case
--key     the organisation's public key, or a file with one key a line;
          without it the key beside the proof is taken, and said so
--against a checkpoint or a receipt that was kept elsewhere: the journal has
          to be a continuation of it (finds an old state that was put back,
          and a journal written anew with the true key); as often as needed
--json    one JSON object a line for each PATH

Exit: 0 everything was proved, 1 something was not, 2 asked in the wrong way.
The formats are described in docs/verify.md.
";

#[derive(Default)]
pub struct Asked {
    pub paths: Vec<PathBuf>,
    pub keys: Option<Vec<Key>>,
    pub against: Vec<(String, Note)>,
    pub json: bool,
}

impl Asked {
    /// None where help was asked for.
    pub fn read(arguments: &[String]) -> Result<Option<Asked>, String> {
        let mut asked = Asked::default();
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            let mut value = || {
                rest.next()
                    .ok_or_else(|| format!("{argument} needs a value; see --help"))
            };
            match argument.as_str() {
                "--help" | "-h" => return Ok(None),
                "--json" => asked.json = true,
                "--key" => asked.keys = Some(keys(value()?)?),
                "--against" => asked.against.push(outside(Path::new(value()?))?),
                option if option.starts_with('-') => {
                    return Err(format!("there is no option {option}; see --help"));
                }
                path => asked.paths.push(PathBuf::from(path)),
            }
        }
        match asked.paths.is_empty() {
            true => Err("name a receipt or an exported folder; see --help".to_owned()),
            false => Ok(Some(asked)),
        }
    }
}

/// The key itself, or a file that holds it.
fn keys(given: &str) -> Result<Vec<Key>, String> {
    if let Some(key) = Key::read(given) {
        return Ok(vec![key]);
    }
    let text = std::fs::read_to_string(given)
        .map_err(|_| format!("{given} is neither a public key nor a file that can be read"))?;
    Key::read_all(&text).ok_or_else(|| format!("{given} holds a line that is no public key"))
}

/// A checkpoint, by itself or at the end of a receipt.
fn outside(file: &Path) -> Result<(String, Note), String> {
    let text = std::fs::read_to_string(file)
        .map_err(|error| format!("{} cannot be read: {}", file.display(), error.kind()))?;
    let text = text.replace("\r\n", "\n");
    let note = match text.strip_prefix("c2sp.org/tlog-proof@v1\n") {
        Some(rest) => rest.split_once("\n\n").map(|(_, note)| note),
        None => Some(text.as_str()),
    };
    let note = note.and_then(Note::read);
    let note = note.ok_or_else(|| format!("{} is no checkpoint", file.display()))?;
    Ok((file.display().to_string(), note))
}
