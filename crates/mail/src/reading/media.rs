//! Content-Type and Content-Disposition of a part: what it claims to be and what
//! its file is called (RFC 2231, and what programs write instead).

use super::head::{Fields, unstructured};
use mail_parser::parsers::MessageStream;

const NAME_MAX: usize = 200;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Media {
    /// `text/plain`, lower case; empty when nothing was said.
    pub kind: String,
    pub charset: Option<String>,
    pub boundary: Option<Vec<u8>>,
    pub name: String,
    pub attached: bool,
    pub inline: bool,
    pub content_id: String,
    pub flowed: bool,
    pub delsp: bool,
    pub report: String,
}

pub fn media(fields: &Fields) -> Media {
    let mut media = Media::default();
    if let Some(raw) = fields.raw("content-type") {
        let (kind, about) = structured(raw, fields);
        media.kind = kind;
        let get = |name: &str| value(&about, name);
        media.charset = get("charset").filter(|its| !its.is_empty());
        media.boundary = get("boundary")
            .filter(|its| !its.is_empty())
            .map(String::into_bytes);
        media.flowed = get("format").is_some_and(|its| its.eq_ignore_ascii_case("flowed"));
        media.delsp = get("delsp").is_some_and(|its| its.eq_ignore_ascii_case("yes"));
        media.report = get("report-type").unwrap_or_default().to_ascii_lowercase();
        media.name = get("name").unwrap_or_default();
    }
    if let Some(raw) = fields.raw("content-disposition") {
        let (kind, about) = structured(raw, fields);
        media.attached = kind.starts_with("attachment");
        media.inline = kind.starts_with("inline");
        if let Some(name) = value(&about, "filename").filter(|name| !name.is_empty()) {
            media.name = name;
        }
    }
    let id = fields.text("content-id").unwrap_or_default();
    media.content_id = id.trim().trim_matches(['<', '>']).to_owned();
    media.name = file_name(&media.name);
    media
}

type About = Vec<(String, String)>;

fn structured(raw: &[u8], fields: &Fields) -> (String, About) {
    let mut line = as_utf8(raw, fields);
    line.push(b'\n');
    let found = MessageStream::new(&line)
        .parse_content_type()
        .into_content_type();
    let Some(found) = found else {
        return (String::new(), Vec::new());
    };
    let kind = match found.subtype() {
        Some(sub) => format!("{}/{}", found.ctype(), sub),
        None => found.ctype().to_owned(),
    };
    let about = found.attributes().unwrap_or_default().iter();
    let about = about.map(|its| (its.name.to_ascii_lowercase(), its.value.to_string()));
    (kind.trim().to_ascii_lowercase(), about.collect())
}

fn as_utf8(raw: &[u8], fields: &Fields) -> Vec<u8> {
    let odd = !raw.is_ascii() || raw.windows(2).any(|two| two == b"=?");
    match odd {
        false => raw.to_vec(),
        true => unstructured(raw, fields.hint.as_deref()).into_bytes(),
    }
}

fn value(about: &About, name: &str) -> Option<String> {
    let found = about.iter().find(|(its, _)| its == name);
    found.map(|(_, value)| value.trim().to_owned())
}

/// A name for a file here: no path, no control signs, no sign that turns it round.
pub fn file_name(claimed: &str) -> String {
    let last = claimed.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept = last.chars().filter(|sign| {
        !sign.is_control() && !matches!(sign, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    });
    let name: String = kept.take(NAME_MAX).collect();
    name.trim().trim_start_matches('.').trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::head::split;

    fn of(header: &str) -> Media {
        media(&split(format!("{header}\n\n").as_bytes()).0)
    }

    #[test]
    fn a_file_is_called_as_it_was_called_there() {
        assert_eq!(
            of("Content-Type: image/png; name=\"=?utf-8?B?7ZWc6riALnBuZw==?=\"").name,
            "한글.png"
        );
        assert_eq!(
            of("Content-Disposition: attachment;\n filename*0*=utf-8''%E6%8A%95;\n filename*1*=%E8%A8%B4.pdf").name,
            "投訴.pdf"
        );
        assert_eq!(
            of("Content-Disposition: attachment; filename=\"../../etc/passwd\"").name,
            "passwd"
        );
        assert_eq!(file_name("invoice\u{202e}fdp.exe"), "invoicefdp.exe");
    }

    #[test]
    fn what_a_part_claims_is_read_in_lower_case() {
        let its = of("Content-Type: TEXT/Plain; Charset=\"EUC-KR\"; Format=Flowed; DelSp=Yes");
        assert_eq!(
            (its.kind.as_str(), its.charset.as_deref()),
            ("text/plain", Some("EUC-KR"))
        );
        assert!(its.flowed && its.delsp);
    }
}
