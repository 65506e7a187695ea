//! Names of folders and other strings as IMAP writes them: quoted, and beyond ASCII
//! in the modified UTF-7 of RFC 3501 5.1.3.

use base64::{
    Engine,
    alphabet::IMAP_MUTF7,
    engine::{GeneralPurpose, general_purpose::NO_PAD},
};

const MUTF7: GeneralPurpose = GeneralPurpose::new(&IMAP_MUTF7, NO_PAD);

/// `받은편지함` becomes `&vBvHQNO4ycDVaA-`.
pub fn encoded(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    let mut beyond: Vec<u8> = Vec::new();
    for c in name.chars() {
        if matches!(c, ' '..='~') {
            shift_back(&mut text, &mut beyond);
            text.push(c);
            if c == '&' {
                text.push('-');
            }
        } else {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                beyond.extend(unit.to_be_bytes());
            }
        }
    }
    shift_back(&mut text, &mut beyond);
    text
}

fn shift_back(text: &mut String, beyond: &mut Vec<u8>) {
    if !beyond.is_empty() {
        text.push('&');
        text.push_str(&MUTF7.encode(&*beyond));
        text.push('-');
        beyond.clear();
    }
}

/// A quoted string; None where only a literal would do.
pub fn quoted(text: &str) -> Option<String> {
    let plain = text.bytes().all(|b| matches!(b, b' '..=b'~'));
    plain.then(|| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")))
}
