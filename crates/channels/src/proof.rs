//! The proof of receipt on paper: entry, size and root of the journal, and the
//! signed checkpoint as it stands in the file, with the sentence that says what it
//! is good for. The same on every sheet that a complainant takes along.

use askama::Template;
use redress_complaint::proof::ProofOfReceipt;
use redress_web::{Html, Voice};

#[derive(Template)]
#[template(path = "proof.html")]
struct Block<'a> {
    t: &'a Voice,
    entry: i64,
    size: i64,
    root: &'a str,
    /// The leaf's, also in the QR code.
    mark: String,
    checkpoint: &'a str,
    /// Where the reader gets the whole as a file.
    file: Option<String>,
}

pub fn block(t: &Voice, proof: &ProofOfReceipt, file: Option<String>) -> Html {
    Html::from_template(&Block {
        t,
        entry: proof.entry,
        size: proof.proof.size,
        root: proof.proof.root(),
        mark: proof.proof.mark(),
        checkpoint: proof.proof.checkpoint.trim_end(),
        file,
    })
}
