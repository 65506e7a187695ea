//! Files on their way into evidence: each gets an identifier, a salt and the
//! salted commitment that its fact will carry. The one place where what was sent
//! becomes an `Upload`: what kind it is, its own bytes say.

use crate::{House, at::Upload};
use redress_kernel::{Id, content::Content, journal::leaf::content_commitment};

/// What is longer is not looked through for signs that no text has.
const TEXT_MAX: usize = 1_000_000;
/// By so many bytes every file that we know is told.
const BEGINNING: usize = 64;

/// The uploads of a form as a decision is handed them.
pub fn kept(house: &House, files: Vec<redress_web::Upload>) -> Vec<Upload> {
    files
        .into_iter()
        .map(|file| {
            let (id, salt) = (house.new_id(), (house.random)());
            upload(id, salt, file.name, file.bytes.to_vec())
        })
        .collect()
}

/// One file under an identifier that it may have had before, as in a draft.
pub fn upload(id: Id, salt: [u8; 32], name: String, bytes: impl Into<Content>) -> Upload {
    let bytes = bytes.into();
    Upload {
        id,
        name,
        media: kind(&bytes).to_owned(),
        commit: hex(&content_commitment(&salt, &bytes)),
        salt: hex(&salt),
        bytes,
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A long text is no more than bytes, so of what is long the beginning says enough.
fn kind(content: &Content) -> &'static str {
    match content.len() < TEXT_MAX {
        true => recognised(&content.whole()),
        false => by_beginning(&content.first(BEGINNING)).unwrap_or(UNKNOWN),
    }
}

/// The media type by the first bytes: what the sender claims is never believed.
pub fn recognised(bytes: &[u8]) -> &'static str {
    let text = || bytes.len() < TEXT_MAX && std::str::from_utf8(bytes).is_ok();
    by_beginning(bytes).unwrap_or_else(|| if text() { "text/plain" } else { UNKNOWN })
}

fn by_beginning(bytes: &[u8]) -> Option<&'static str> {
    const KNOWN: [(&[u8], &str); 9] = [
        (b"%PDF-", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"\xff\xd8\xff", "image/jpeg"),
        (b"GIF8", "image/gif"),
        (b"OggS", "audio/ogg"),
        (b"ID3", "audio/mpeg"),
        (b"fLaC", "audio/flac"),
        (b"PK\x03\x04", "application/zip"),
        (b"{\\rtf", "application/rtf"),
    ];
    let known = KNOWN
        .iter()
        .find(|(start, _)| bytes.starts_with(start))
        .map(|(_, media)| *media);
    let inside = |at: usize, name: &[u8]| bytes.get(at..at + name.len()) == Some(name);
    match known {
        None if inside(4, b"ftyp") => Some("video/mp4"),
        None if inside(8, b"WEBP") => Some("image/webp"),
        None if inside(8, b"WAVE") => Some("audio/wav"),
        known => known,
    }
}

/// What a file of this ending begins with. Those whose beginnings we do not know for
/// certain (old texts, music without a label) fit anything unknown too.
const ENDINGS: [(&[&str], &[&str]); 13] = [
    (&["pdf"], &["application/pdf"]),
    (&["png"], &["image/png"]),
    (&["jpg", "jpeg", "jfif"], &["image/jpeg"]),
    (&["gif"], &["image/gif"]),
    (&["webp"], &["image/webp"]),
    (
        &["mp4", "m4v", "m4a", "mov", "heic", "heif", "avif", "3gp"],
        &["video/mp4"],
    ),
    (&["ogg", "oga", "ogv", "opus"], &["audio/ogg"]),
    (&["flac"], &["audio/flac"]),
    (&["wav"], &["audio/wav"]),
    (&["rtf"], &["application/rtf"]),
    (&["mp3"], &["audio/mpeg", UNKNOWN]),
    (
        &["zip", "docx", "xlsx", "pptx", "odt", "ods", "odp", "epub"],
        &["application/zip"],
    ),
    (
        &["txt", "csv", "md", "log", "eml", "json", "xml"],
        &["text/plain", UNKNOWN],
    ),
];
const UNKNOWN: &str = "application/octet-stream";

/// Does its name promise something else than is in it? A name without an ending, or with
/// one that nobody knows, promises nothing, unless what is in it is known to end otherwise.
pub fn promises_otherwise(name: &str, media: &str) -> bool {
    let Some((before, ending)) = name.rsplit_once('.') else {
        return false;
    };
    let ending = ending.trim().to_lowercase();
    if before.is_empty() || ending.is_empty() {
        return false;
    }
    let promised = ENDINGS
        .iter()
        .find(|(ends, _)| ends.contains(&ending.as_str()));
    match promised {
        Some((_, fits)) => !fits.contains(&media),
        None => !matches!(media, UNKNOWN | "text/plain" | "application/zip"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_named_photo_is_not_a_photo() {
        assert_eq!(recognised(b"\xff\xd8\xff\xe0 and so on"), "image/jpeg");
        assert_eq!(
            recognised(b"MZ\x90\x00\x03\xff\xfe"),
            "application/octet-stream"
        );
        assert_eq!(recognised("Sveiki".as_bytes()), "text/plain");
        assert_eq!(recognised(b""), "text/plain");
    }

    #[test]
    fn a_name_that_promises_something_else_is_noticed() {
        for (name, media) in [
            ("photo.jpg", "application/octet-stream"),
            ("bill.PDF", "text/plain"),
            ("invoice.pdf ", "application/zip"),
            ("setup.exe", "application/pdf"),
            ("letter.docx", "application/pdf"),
            ("notes.txt", "application/zip"),
        ] {
            assert!(promises_otherwise(name, media), "{name} {media}");
        }
        for (name, media) in [
            ("photo.JPEG", "image/jpeg"),
            ("عکس.jpg", "image/jpeg"),
            ("letter.docx", "application/zip"),
            ("photo.heic", "video/mp4"),
            ("old.txt", "application/octet-stream"),
            ("song.mp3", "application/octet-stream"),
            ("drawing.dwg", "application/octet-stream"),
            ("README", "text/plain"),
            (".hidden", "image/png"),
            ("", "image/png"),
        ] {
            assert!(!promises_otherwise(name, media), "{name} {media}");
        }
    }
}
