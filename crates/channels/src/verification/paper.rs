//! A receipt on paper: its reference and the mark of the entry, typed from a letter or
//! read from behind the `#` of its QR code. The mark is half of the leaf's hash: whoever
//! has it was told it, and nobody can guess it, so it opens the receipt that the file
//! would have been; nothing of what was written.

use super::judge::{Asked, Not, Told, judge};
use redress_complaint::{proof::of_receipt, record::id_of};
use redress_store::{Error, Read, note::Verifier};

/// The digits of a mark.
const DIGITS: usize = 32;

/// What was typed from paper.
pub struct Paper {
    pub reference: String,
    pub mark: String,
}

/// One answer for a reference that nobody has and for a mark that is not its own.
const NOT_OURS: Not = Not("mark");

/// The mark as it was typed: with spaces, in capitals, or as the whole address of the
/// code. None: no mark looks like this.
fn read(typed: &str) -> Option<String> {
    let behind = typed.rsplit('#').next().unwrap_or_default();
    let digits: String = behind.chars().filter(|c| !c.is_whitespace()).collect();
    let digits = digits.to_ascii_lowercase();
    let whole = digits.len() == DIGITS && digits.chars().all(|c| c.is_ascii_hexdigit());
    whole.then_some(digits)
}

/// The judgement about the receipt that this mark is of.
pub fn by_mark(
    reader: &mut impl Read,
    paper: &Paper,
    verifiers: &[Verifier],
) -> Result<Result<Told, Not>, Error> {
    let Some(mark) = read(&paper.mark) else {
        return Ok(Err(Not("no-mark")));
    };
    let found = match id_of(reader, &paper.reference)? {
        Some(complaint) => of_receipt(reader, complaint)?,
        None => None,
    };
    match found.filter(|its| its.proof.mark() == mark) {
        Some(its) => {
            let asked = Asked {
                receipt: its.text(verifiers).into_bytes(),
                key: String::new(),
            };
            judge(reader, &asked, verifiers)
        }
        None => Ok(Err(NOT_OURS)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_read_as_people_copy_it() {
        let mark = Some("0c1d2e3f".repeat(4));
        let whole = "0c1d2e3f".repeat(4);
        assert_eq!(read(&whole), mark);
        let groups = "0C1D 2E3F ".repeat(4);
        assert_eq!(read(&groups), mark);
        let address = format!("https://ferry.example/follow?lang=fa#{whole}");
        assert_eq!(read(&address), mark);
        for wrong in ["", "0c1d", &whole.replace('0', "g"), &format!("{whole}0")] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
