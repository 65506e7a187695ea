//! Codes of RFC 3463 in the middle of prose: `550 5.1.1 <ann@...>: no such user`.

/// All enhanced codes, those that follow the answer of a server first (`421 4.4.2`),
/// else in their order. Addresses of the net and versions are none.
pub fn codes(text: &str) -> Vec<String> {
    let mut found = in_order(text);
    found.sort_by_key(|(_, answered)| !answered);
    found.into_iter().map(|(code, _)| code).collect()
}

fn in_order(text: &str) -> Vec<(String, bool)> {
    let bytes = text.as_bytes();
    let mut found: Vec<(String, bool)> = Vec::new();
    let mut at = 0;
    while let Some(step) = bytes.get(at..).and_then(|rest| {
        rest.iter()
            .position(|byte| matches!(byte, b'2' | b'4' | b'5'))
    }) {
        let start = at + step;
        match code_at(bytes, start) {
            Some(end) => {
                if let Some(code) = text.get(start..end) {
                    found.push((code.to_owned(), answered(bytes, start)));
                }
                at = end;
            }
            None => at = start + 1,
        }
    }
    found
}

/// Three digits stand before it: `550 5.1.1`, `550-'5.7.1`.
fn answered(bytes: &[u8], start: usize) -> bool {
    let before = bytes.get(..start).unwrap_or_default();
    let before = before.strip_suffix(b"'").unwrap_or(before);
    let Some((sign, reply)) = before.split_last() else {
        return false;
    };
    let number = reply.last_chunk::<3>();
    matches!(sign, b' ' | b'-')
        && number.is_some_and(|[class, ten, one]| {
            matches!(class, b'4' | b'5') && ten.is_ascii_digit() && one.is_ascii_digit()
        })
}

fn code_at(bytes: &[u8], start: usize) -> Option<usize> {
    let before = start.checked_sub(1).and_then(|at| bytes.get(at));
    if before.is_some_and(|byte| {
        byte.is_ascii_alphanumeric()
            || matches!(byte, b'.' | b'/' | b'_' | b':' | b'-') && !after_code(bytes, start)
    }) {
        return None;
    }
    let second = digits(bytes, start + 1)?;
    let third = digits(bytes, second)?;
    let behind = bytes.get(third);
    let ends =
        behind.is_none_or(|byte| !byte.is_ascii_alphanumeric() && *byte != b'-' && *byte != b'_');
    let goes_on =
        behind == Some(&b'.') && bytes.get(third + 1).is_some_and(u8::is_ascii_alphanumeric);
    (ends && !goes_on).then_some(third)
}

/// `550-5.1.1`: the sign before belongs to the answer of three digits.
fn after_code(bytes: &[u8], start: usize) -> bool {
    let Some(from) = start.checked_sub(4) else {
        return false;
    };
    matches!(
        bytes.get(from..start),
        Some([b'2' | b'4' | b'5', b'0'..=b'9', b'0'..=b'9', b'-'])
    ) || matches!(bytes.get(start - 1), Some(b':'))
}

/// `.` and one to three digits; where they end.
fn digits(bytes: &[u8], at: usize) -> Option<usize> {
    if bytes.get(at) != Some(&b'.') {
        return None;
    }
    let length = bytes
        .get(at + 1..)?
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    (1..=3).contains(&length).then_some(at + 1 + length)
}

/// A status field: `5.1.1 (permanent failure)`, `5.0.0`, also `5.1`.
pub fn status(field: &str) -> Option<String> {
    codes(field.trim()).into_iter().next()
}

/// What the server said is nearer to the fault than what a report makes of it,
/// unless it said nothing in particular.
pub fn better(field: Option<String>, said: &[String]) -> Option<String> {
    let vague = |code: &str| code.ends_with(".0.0") || code.starts_with('2');
    let precise = said.iter().find(|code| !vague(code)).cloned();
    match (field, precise) {
        (Some(field), _) if field.starts_with('2') => Some(field),
        (_, Some(said)) => Some(said),
        (Some(field), None) => Some(field),
        (None, None) => said.first().cloned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_found_in_prose_and_addresses_of_the_net_are_none() {
        assert_eq!(
            codes("550-5.1.1 <a@b.c>: no (#5.5.0) from 5.6.7.8, v 4.2.1.9"),
            ["5.1.1", "5.5.0"]
        );
        assert_eq!(codes("smtp;550 5.7.606 x"), ["5.7.606"]);
        let better = |field: &str, said: &str| {
            better(Some(field.to_owned()), &codes(said)).unwrap_or_default()
        };
        assert_eq!(better("4.4.7", "450 4.7.1 no PTR"), "4.7.1");
        assert_eq!(better("5.2.2", "550 5.0.0 no"), "5.2.2");
    }
}
