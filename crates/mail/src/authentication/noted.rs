//! What a server noted of its checks (RFC 8601). Anybody can write such a line into a
//! message; only the topmost that bears the name of our own server counts, because the
//! server writes above what it was sent.

use super::{Passed, Verdict, domain};

/// How far into a message its head may reach.
const HEAD_MAX: usize = 256 << 10;
const NAME: &str = "authentication-results:";

/// None: this server noted nothing.
pub fn noted(raw: &[u8], authserv_id: &str) -> Option<Verdict> {
    if authserv_id.is_empty() {
        return None;
    }
    let head = raw.get(..HEAD_MAX).unwrap_or(raw);
    let fields = fields(&String::from_utf8_lossy(head));
    let values = fields.iter().filter_map(|field| {
        let name = field.get(..NAME.len())?;
        name.eq_ignore_ascii_case(NAME)
            .then(|| without_comments(field.get(NAME.len()..).unwrap_or_default()))
    });
    values
        .map(|value| value.trim().to_owned())
        .find_map(|value| {
            let (by, rest) = value.split_once(';').unwrap_or((value.as_str(), ""));
            let by = by.split_whitespace().next()?;
            by.eq_ignore_ascii_case(authserv_id).then(|| read(rest))
        })
}

/// The fields of the head, each on one line.
fn fields(head: &str) -> Vec<String> {
    let mut fields: Vec<String> = Vec::new();
    for line in head.lines() {
        if line.is_empty() {
            break;
        }
        match fields.last_mut() {
            Some(last) if line.starts_with([' ', '\t']) => last.push_str(line),
            _ => fields.push(line.to_owned()),
        }
    }
    fields
}

/// Comments stand in parentheses, and nest; what is quoted is no comment.
fn without_comments(value: &str) -> String {
    let (mut depth, mut quoted, mut escaped) = (0u32, false, false);
    let mut plain = String::new();
    for sign in value.chars() {
        let taken = std::mem::take(&mut escaped);
        match sign {
            '\\' if !taken => escaped = true,
            '"' if !taken && depth == 0 => quoted = !quoted,
            '(' if !taken && !quoted => depth += 1,
            ')' if !taken && !quoted => depth = depth.saturating_sub(1),
            ';' if quoted || depth > 0 => {}
            sign if depth == 0 => plain.push(sign),
            _ => {}
        }
    }
    plain
}

/// Of several signatures one that passed is enough; what a result is about stands
/// behind it (`header.from`, `header.d`).
fn read(results: &str) -> Verdict {
    let mut found = Verdict::default();
    for result in results.split(';') {
        let mut words = result.split_whitespace();
        let Some((method, result)) = words.next().and_then(|first| first.split_once('=')) else {
            continue;
        };
        let passed = Passed::read(result);
        let method = method.split('/').next().unwrap_or_default();
        let (place, about, name) = match method.to_ascii_lowercase().as_str() {
            "spf" => (&mut found.spf, None, ""),
            "dkim" => (&mut found.dkim, Some(&mut found.signer), "header.d"),
            "dmarc" => (&mut found.dmarc, Some(&mut found.from), "header.from"),
            _ => continue,
        };
        if *place == Passed::Yes {
            continue;
        }
        *place = passed;
        if let Some(about) = about.filter(|_| passed == Passed::Yes || name == "header.from") {
            *about = words
                .find_map(|word| property(word, name))
                .unwrap_or_default();
        }
    }
    found
}

fn property(word: &str, name: &str) -> Option<String> {
    let (its, value) = word.split_once('=')?;
    its.eq_ignore_ascii_case(name)
        .then(|| domain(value.trim_matches('"')))
}
