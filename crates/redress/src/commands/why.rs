//! `redress why REFERENCE`: the explanation of a case from its facts, in English;
//! no text of the case and no name of a complainant is in it.

use super::{Failure, open};
use crate::{cli::Place, clock::MachineClock};
use redress_complaint::{
    house::{format_for, organisation},
    record::id_of,
    why::{explained, json, lines},
};
use redress_kernel::{Lang, instant::Clock};
use redress_store::Error;
use redress_web::Voice;
use std::process::ExitCode;

#[allow(clippy::print_stdout, reason = "this is what the command is for")]
pub fn why(place: &Place, reference: &str) -> Result<ExitCode, Failure> {
    let db = open(place)?;
    let now = MachineClock.now();
    let typed = reference.to_owned();
    let read = db.read_now(move |reader| -> Result<_, Error> {
        let office = organisation(reader)?;
        let why = match id_of(reader, &typed)? {
            Some(id) => Some(explained(reader, id, now)?),
            None => None,
        };
        Ok((why, office))
    })?;
    let (Some(why), office) = read else {
        return Err(Failure::Failed(format!(
            "no complaint has the reference {reference}; `redress why` takes one as it stands on a letter, for example RD-26-004J-7KQ"
        )));
    };
    let voice = Voice::new(format_for(&office, Lang::En));
    if place.json {
        println!("{}", json(&why, &voice));
    } else {
        // The marks that keep directions apart are for screens that know them.
        let isolates = ['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'];
        for line in lines(&why, &voice) {
            println!("{}", line.replace(isolates, ""));
        }
    }
    Ok(ExitCode::SUCCESS)
}
