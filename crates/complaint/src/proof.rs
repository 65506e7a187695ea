//! The proof of receipt, one source for the API, for paper and for the file that a
//! person takes along: the first entry of a complaint, its way up to the signed
//! checkpoint, and what opens its commitments. Evidence that leaves the building.

use redress_kernel::{Entry, Id, Instant, journal::leaf::hex};
use redress_store::{Error, Proof, Read, note::Verifier, proof};
use serde_json::{Value, json};

/// The file's name, with the ending that C2SP asks for.
pub fn receipt_name(reference: &str) -> String {
    format!("{reference}.tlog-proof")
}

/// Entries of one case in one file.
const ENTRIES_MAX: usize = 1_000;

#[derive(Debug, Clone, PartialEq)]
pub struct ProofOfReceipt {
    pub entry: i64,
    pub recorded_at: Instant,
    pub proof: Proof,
}

/// Of the entry with which this complaint began.
pub fn of_receipt(reader: &mut impl Read, complaint: Id) -> Result<Option<ProofOfReceipt>, Error> {
    let Some(first) = reader.entries(complaint)?.into_iter().next() else {
        return Ok(None);
    };
    let proof = proof(reader, first.seq)?;
    Ok(proof.map(|proof| ProofOfReceipt {
        entry: first.seq,
        recorded_at: first.recorded_at,
        proof,
    }))
}

impl ProofOfReceipt {
    /// The receipt: one small text file that anybody can check without us. It says
    /// nothing of what was written, or by whom.
    pub fn text(&self, keys: &[Verifier]) -> String {
        self.proof.text(keys)
    }

    /// With salts and texts: for the complainant and for whoever may see the case.
    pub fn json(&self, keys: &[Verifier]) -> Value {
        let opened = |part: &Option<(String, String)>| {
            let part = part.as_ref();
            part.map(|(salt, text)| json!({ "salt": salt, "text": text }))
        };
        json!({
            "entry": self.entry,
            "recorded_at": self.recorded_at.to_string(),
            "leaf": self.proof.leaf,
            "size": self.proof.size,
            "root": self.proof.root(),
            "proof": path(&self.proof),
            "checkpoint": self.proof.checkpoint,
            "record": opened(&self.proof.record),
            "personal": opened(&self.proof.personal),
            "tlog_proof": self.text(keys),
        })
    }
}

/// One entry with its receipt, and with what opens its two parts; the erasable part
/// stays closed unless `opened`.
pub fn line(entry: &Entry, proof: &Proof, keys: &[Verifier], opened: bool) -> Value {
    let part = |part: &Option<(String, String)>| {
        let part = part.as_ref();
        part.map(|(salt, text)| json!({ "salt": salt, "text": text }))
    };
    json!({
        "entry": entry.seq,
        "kind": entry.kind,
        "recorded_at": entry.recorded_at.to_string(),
        "leaf": proof.leaf,
        "record": part(&proof.record),
        "personal": part(&proof.personal).filter(|_| opened),
        "tlog_proof": proof.text(keys),
    })
}

/// Every entry of a case with its leaf and path under one checkpoint. The parts
/// stay closed: whoever reads the journal need not read what people wrote.
pub fn of_case(reader: &mut impl Read, complaint: Id) -> Result<Option<Value>, Error> {
    let mut entries = Vec::new();
    let mut newest = None;
    for entry in reader.entries(complaint)?.iter().take(ENTRIES_MAX) {
        if let Some(proof) = proof(reader, entry.seq)? {
            entries.push(closed(entry, &proof));
            newest = Some(proof);
        }
    }
    Ok(newest.map(|proof| {
        json!({
            "about": complaint,
            "size": proof.size,
            "root": proof.root(),
            "checkpoint": proof.checkpoint,
            "entries": entries,
        })
    }))
}

fn closed(entry: &Entry, proof: &Proof) -> Value {
    json!({
        "entry": entry.seq,
        "kind": entry.kind,
        "recorded_at": entry.recorded_at.to_string(),
        "leaf": proof.leaf,
        "proof": path(proof),
    })
}

fn path(proof: &Proof) -> Vec<String> {
    proof.path.iter().map(|hash| hex(hash)).collect()
}
