//! How somebody can be reached, out of one field. Leaves no evidence.

use redress_kernel::fields::latin_digits;

/// One field for both: an e-mail address or a telephone number, in any digits; the
/// address first. None: neither.
pub fn reach(typed: &str) -> Option<(String, String)> {
    let plain = latin_digits(typed);
    if plain.is_empty() {
        return Some(Default::default());
    }
    if let Some((name, host)) = plain.rsplit_once('@') {
        let address = !name.is_empty()
            && host.contains('.')
            && !host.starts_with('.')
            && !plain.contains(char::is_whitespace);
        return address.then(|| (plain.clone(), String::new()));
    }
    let digits = plain.chars().filter(char::is_ascii_digit).count();
    let dialled = plain
        .chars()
        .all(|c| c.is_ascii_digit() || " +-()/.".contains(c));
    (dialled && digits >= 3).then_some((String::new(), plain))
}
