//! Bytes to text, whatever the sender calls them: labels of the Encoding Standard,
//! those it gave up (HZ, ISO-2022-KR and -CN, UTF-7), misspelt and missing ones.
//! A label that contradicts its bytes loses against the bytes.

use super::escaped;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// What a text was read as, and whether that was said or guessed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    pub text: String,
    pub how: How,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// As the label says.
    Said,
    /// There was no label, an unknown one or a wrong one.
    Guessed,
    /// Some bytes fit nothing and stand as U+FFFD; the raw message still has them.
    Damaged,
}

/// As many bytes as the guess looks at; what follows cannot change it much.
const LOOKED_AT: usize = 64 * 1024;

/// `hint`: the top-level domain of the sender, if any ("kr", "ir").
pub fn decode(bytes: &[u8], label: Option<&str>, hint: Option<&str>) -> Decoded {
    let name = label.map(tidy).unwrap_or_default();
    if let Some(text) = escaped::decode(bytes, &name) {
        return said(text);
    }
    if let Ok(text) = std::str::from_utf8(bytes)
        && !switches(bytes)
        && (bytes.is_ascii() || name.is_empty() || !is_asian(&name))
    {
        // Real UTF-8 with letters beyond ASCII is hardly ever anything else.
        return said(text.strip_prefix('\u{feff}').unwrap_or(text).to_owned());
    }
    match known(&name) {
        Some(encoding) => by(encoding, bytes, hint),
        None => guessed(bytes, hint),
    }
}

/// ISO-2022 hides its letters behind an escape, UTF-16 between zeros: both pass for ASCII.
fn switches(bytes: &[u8]) -> bool {
    bytes.iter().any(|byte| matches!(byte, 0 | 0x1b))
}

fn said(text: String) -> Decoded {
    Decoded {
        text,
        how: How::Said,
    }
}

fn by(encoding: &'static Encoding, bytes: &[u8], hint: Option<&str>) -> Decoded {
    let (text, damaged) = encoding.decode_with_bom_removal(bytes);
    match damaged {
        false => said(text.into_owned()),
        // A multi-byte label over bytes that are none: perhaps the label lies.
        true => {
            let other = guessed(bytes, hint);
            let losses = |text: &str| text.matches('\u{fffd}').count();
            if losses(&other.text) < losses(&text) && losses(&text) * 50 > bytes.len() {
                return other;
            }
            Decoded {
                text: text.into_owned(),
                how: How::Damaged,
            }
        }
    }
}

fn guessed(bytes: &[u8], hint: Option<&str>) -> Decoded {
    let encoding = if std::str::from_utf8(bytes).is_ok() && !switches(bytes) {
        UTF_8
    } else {
        guess(bytes, hint)
    };
    let (text, damaged) = encoding.decode_with_bom_removal(bytes);
    Decoded {
        text: text.into_owned(),
        how: if damaged { How::Damaged } else { How::Guessed },
    }
}

fn guess(bytes: &[u8], hint: Option<&str>) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes.get(..LOOKED_AT).unwrap_or(bytes), true);
    // The detector wants a lower-case ASCII label without a dot.
    let hint =
        hint.filter(|tld| !tld.is_empty() && tld.bytes().all(|byte| byte.is_ascii_lowercase()));
    let found = detector.guess(hint.map(str::as_bytes), Utf8Detection::Allow);
    match found == UTF_8 {
        // Broken UTF-8 stays UTF-8 only if most of it is.
        true if std::str::from_utf8(bytes).is_err() && !mostly_utf8(bytes) => WINDOWS_1252,
        _ => found,
    }
}

fn mostly_utf8(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let lost = text.matches('\u{fffd}').count();
    let good = text.chars().filter(|c| !c.is_ascii()).count() - lost;
    good > lost
}

/// Lower case, without quotes, spaces and what others hang on: `"EUC_KR"*`, `charset=x`.
fn tidy(label: &str) -> String {
    let label = label.trim().trim_matches(['"', '\'', ';', ' ', '\\']);
    let label = label.rsplit('=').next().unwrap_or(label);
    let label = label.split(['*', ';', ' ', '\t']).next().unwrap_or(label);
    label.to_ascii_lowercase().replace('_', "-")
}

fn is_asian(name: &str) -> bool {
    known(name).is_some_and(|encoding| !encoding.is_single_byte() && encoding != UTF_8)
}

/// The Encoding Standard knows some 220 labels; mail knows more.
fn known(name: &str) -> Option<&'static Encoding> {
    if name.is_empty() || is_nothing(name) {
        return None;
    }
    let found = Encoding::for_label_no_replacement(name.as_bytes());
    found.or_else(|| {
        let plain: String = name.chars().filter(|c| c.is_ascii_alphanumeric()).collect();
        let label = alias(&plain)
            .map(str::to_owned)
            .or_else(|| respelt(&plain))?;
        Encoding::for_label_no_replacement(label.as_bytes())
    })
}

/// Labels of programs that did not know.
fn is_nothing(name: &str) -> bool {
    matches!(
        name,
        "unknown"
            | "unknown-8bit"
            | "x-unknown"
            | "default"
            | "binary"
            | "us-ascii"
            | "ascii"
            | "none"
            | "8bit"
    )
}

/// Names without their signs, as they occur in mail.
fn alias(plain: &str) -> Option<&'static str> {
    Some(match plain {
        "cp949" | "uhc" | "ms949" | "xwindows949" | "windows949" | "ksc5601" | "kscmgl5601"
        | "ksc56011987" | "ksx1001" | "ksx10011992" | "euckr" | "korean" | "ks56011987"
        | "kscs56011987" | "johab949" => "euc-kr",
        "cp936" | "ms936" | "windows936" | "gbk2312" | "gb231280" | "euccn" | "xeuccn"
        | "gb2312eucgb" | "chinesesimplified" | "gb" => "gbk",
        "gb180302000" | "gb180302005" | "gb18030" => "gb18030",
        "cp950" | "ms950" | "windows950" | "big5eten" | "xbig5" | "big5hkscs2004" | "cnbig5"
        | "euctw" => "big5",
        "cp932" | "ms932" | "windows932" | "sjis" | "shiftjis" | "shiftjisx0213" | "xsjis" => {
            "shift_jis"
        }
        "eucjp" | "eucjisx0213" | "ujis" => "euc-jp",
        "iso2022jp" | "iso2022jp1" | "iso2022jp2" | "iso2022jp3" | "iso2022jpms" | "jis"
        | "cp50220" | "cp50221" => "iso-2022-jp",
        "utf8" | "unicode11utf8" | "utf8mb4" | "cp65001" | "utf" => "utf-8",
        "latin1" | "iso" | "isolatin1" | "ansi" | "ansi1252" | "cp850" | "macintoshroman" => {
            "windows-1252"
        }
        "arabic" | "cp1256" | "win1256" | "xcp1256" | "winarabic" => "windows-1256",
        "baltic" | "cp1257" | "win1257" | "winbaltrim" | "xcp1257" => "windows-1257",
        "cp1251" | "win1251" => "windows-1251",
        "cp1250" | "win1250" => "windows-1250",
        _ => return None,
    })
}

/// `isO88591`, `iso8859-01`, `windows1252`, `w1257`: number and family are enough.
fn respelt(plain: &str) -> Option<String> {
    let digits = |from: &str| -> Option<u16> {
        let number: String = from.chars().take_while(char::is_ascii_digit).collect();
        number.parse().ok()
    };
    if let Some(at) = plain.find("8859") {
        let part = digits(plain.get(at + 4..)?)?;
        return Some(format!("iso-8859-{part}"));
    }
    if let Some(at) = plain.find("125") {
        let page = digits(plain.get(at..)?)?;
        return (1250..=1258)
            .contains(&page)
            .then(|| format!("windows-{page}"));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8], label: &str) -> String {
        decode(bytes, Some(label), None).text
    }

    #[test]
    fn a_misspelt_label_is_understood() {
        let hangul = [0xc7, 0xd1, 0xb1, 0xdb];
        for label in [
            "EUC_KR",
            "ks_c_5601-1987",
            "cp949",
            "\"euc-kr\"",
            "x-windows-949",
            "KSC5601",
        ] {
            assert_eq!(read(&hangul, label), "한글", "{label}");
        }
        assert_eq!(read(&[0xe0, 0xf0, 0xfe], "windows1257"), "ąšž");
        assert_eq!(read(&[0xd3, 0xe1, 0xc7, 0xe3], "WIN-1256"), "سلام");
        assert_eq!(read(&[0xe9], "iso8859-01"), "é");
    }

    #[test]
    fn bytes_without_a_label_are_guessed_and_said_to_be() {
        let big5 = encoding_rs::BIG5
            .encode("我要投訴渡輪公司的服務態度，船期延誤三小時沒有人說明。")
            .0;
        let read = decode(&big5, None, Some("tw"));
        assert!(read.text.contains("投訴渡輪公司"), "{}", read.text);
        assert_eq!(read.how, How::Guessed);
    }

    #[test]
    fn utf8_under_a_western_label_is_still_utf8() {
        assert_eq!(
            read("Skundžiuosi dėl kelto".as_bytes(), "iso-8859-1"),
            "Skundžiuosi dėl kelto"
        );
        assert_eq!(read("ok".as_bytes(), "no-such-charset"), "ok");
    }

    #[test]
    fn what_passes_for_ascii_and_is_none_is_read() {
        let japanese = b"\x1b$B$3$s$K$A$O\x1b(B ok";
        assert_eq!(read(japanese, "iso-2022-jp"), "こんにちは ok");
        assert_eq!(decode(japanese, None, None).text, "こんにちは ok");
        assert_eq!(read(b"o\0k\0", "utf-16le"), "ok");
    }
}
