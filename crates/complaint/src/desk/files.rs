//! A file of a case, as a download: never shown in the page, never believed to
//! be what it says it is.

use super::Seat;
use crate::{case::CaseFile, door::visible, identity::reveal_first};
use axum::{
    extract::Path,
    http::header::{
        CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE,
        X_CONTENT_TYPE_OPTIONS,
    },
    response::{IntoResponse, Response},
};
use redress_kernel::Id;
use redress_store::Read;
use redress_web::{Trouble, guard::SEALED};
use serde_json::Value;

enum Found {
    File(String, Vec<u8>),
    /// It says from whom it came, and these eyes may not know: the case.
    Closed(String),
}

/// The original of a message has names and addresses in its head.
fn is_letter(file: &CaseFile) -> bool {
    file.media == "message/rfc822" || file.name.to_lowercase().ends_with(".eml")
}

pub async fn download(seat: Seat, Path((reference, file)): Path<(String, String)>) -> Response {
    let Ok(id) = file.parse::<Id>() else {
        return Trouble::NotFound.into_response();
    };
    let found = seat.look(move |reader, seat| {
        let Some(case) = visible(reader, &seat.actor, &reference, seat.now)? else {
            return Ok(None);
        };
        let Some(file) = case.file(id).filter(|file| !file.erased) else {
            return Ok(None);
        };
        if case.is_masked() && is_letter(file) {
            return Ok(Some(Found::Closed(case.reference)));
        }
        let bytes = reader.blob(id)?;
        Ok(bytes.map(|bytes| Found::File(file.name.clone(), bytes)))
    });
    match found.await {
        Ok(Some(Found::File(name, bytes))) => attachment(&name, bytes),
        Ok(Some(Found::Closed(reference))) => reveal_first(&seat, &reference),
        Ok(None) => Trouble::NotFound.into_response(),
        Err(trouble) => trouble.into_response(),
    }
}

/// Leaves and paths of a case, for who may see the journal.
pub async fn proof(seat: Seat, Path(reference): Path<String>) -> Response {
    let found = seat.look(move |reader, seat| {
        let Some(case) = visible(reader, &seat.actor, &reference, seat.now)? else {
            return Ok(None);
        };
        let proof = crate::proof::of_case(reader, case.id)?;
        Ok(proof.map(|proof| (case.reference, proof)))
    });
    match found.await {
        Ok(Some((reference, proof))) => proof_file(&reference, &proof),
        Ok(None) => Trouble::NotFound.into_response(),
        Err(trouble) => trouble.into_response(),
    }
}

/// The receipt as a file to keep: text that any editor opens.
pub fn receipt_file(reference: &str, text: String) -> Response {
    let name = crate::proof::receipt_name(reference);
    download_of(&name, "text/plain; charset=utf-8", text.into_bytes())
}

/// A proof with what opens it, or of a whole case, as a file to keep.
pub fn proof_file(reference: &str, proof: &Value) -> Response {
    let name = format!("{reference}.proof.json");
    download_of(&name, "application/json", proof.to_string().into_bytes())
}

fn attachment(name: &str, bytes: Vec<u8>) -> Response {
    download_of(name, "application/octet-stream", bytes)
}

/// Bytes of strangers as a file to keep.
pub fn download_of(name: &str, media: &str, bytes: Vec<u8>) -> Response {
    let headers = [
        (CONTENT_TYPE, media.to_owned()),
        (CONTENT_DISPOSITION, disposition(name)),
        (CONTENT_SECURITY_POLICY, SEALED.to_owned()),
        (X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    (headers, bytes).into_response()
}

/// RFC 6266: a plain name for old programs, the true one in UTF-8.
fn disposition(name: &str) -> String {
    let name = if name.trim().is_empty() { "file" } else { name };
    let plain: String = name
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ' ') {
                c
            } else {
                '_'
            }
        })
        .collect();
    let coded: String = name
        .bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'-' | b'_' => {
                char::from(byte).to_string()
            }
            other => format!("%{other:02X}"),
        })
        .collect();
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{coded}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_persian_file_name_arrives_whole_and_brings_no_header() {
        assert_eq!(
            disposition("عکس.jpg"),
            "attachment; filename=\"___.jpg\"; filename*=UTF-8''%D8%B9%DA%A9%D8%B3.jpg"
        );
        assert!(!disposition("a\r\nSet-Cookie: x\"").contains(['\r', '\n']));
        assert_eq!(
            disposition(" "),
            "attachment; filename=\"file\"; filename*=UTF-8''file"
        );
    }
}
