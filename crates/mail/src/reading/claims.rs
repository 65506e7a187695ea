//! What servers on the way say about who sent it (RFC 8601). Claims: whoever wrote
//! the message can have written these fields too; only those of a server that we
//! know count, and that is not decided here.

use super::head::Fields;

const CLAIMS_MAX: usize = 50;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Which server says so.
    pub server: String,
    /// `spf`, `dkim`, `dmarc`, `arc`.
    pub method: String,
    /// `pass`, `fail`, `none` ...
    pub result: String,
    /// About which domain or address.
    pub about: String,
}

pub fn claims(fields: &Fields) -> Vec<Claim> {
    let all = fields.each("authentication-results").flat_map(|raw| {
        let text = uncommented(&String::from_utf8_lossy(raw));
        let mut parts = text.split(';');
        let server = parts.next().unwrap_or_default();
        let server = server
            .split_whitespace()
            .next()
            .unwrap_or_default()
            .to_lowercase();
        parts
            .filter_map(|part| claim(&server, part))
            .collect::<Vec<_>>()
    });
    all.take(CLAIMS_MAX).collect()
}

fn claim(server: &str, part: &str) -> Option<Claim> {
    let mut words = part.split_whitespace();
    let (method, result) = words.next()?.split_once('=')?;
    let method = method.split('/').next()?.to_lowercase();
    let about = ["header.d=", "header.from=", "smtp.mailfrom=", "header.i="];
    let found = part.split_whitespace().find_map(|word| {
        let lower = word.to_lowercase();
        about
            .iter()
            .find_map(|name| lower.strip_prefix(name).map(str::to_owned))
    });
    Some(Claim {
        server: server.to_owned(),
        method,
        result: result.to_lowercase(),
        about: found.unwrap_or_default().trim_matches('"').to_owned(),
    })
}

fn uncommented(text: &str) -> String {
    let (mut out, mut depth) = (String::with_capacity(text.len()), 0_usize);
    for sign in text.chars() {
        match sign {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => out.push(sign),
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::head::split;

    #[test]
    fn a_claim_says_who_claims_it() {
        let header = b"Authentication-Results: mx.example.org (a; b);\n spf=pass smtp.mailfrom=ann@a.example;\n dkim=fail (bad) header.d=a.example\n\n";
        let found = claims(&split(header).0);
        let said: Vec<_> = found
            .iter()
            .map(|its| {
                (
                    its.server.as_str(),
                    its.method.as_str(),
                    its.result.as_str(),
                    its.about.as_str(),
                )
            })
            .collect();
        assert_eq!(
            said,
            [
                ("mx.example.org", "spf", "pass", "ann@a.example"),
                ("mx.example.org", "dkim", "fail", "a.example")
            ]
        );
    }
}
