//! Who may see the access code after sending: the browser that sent, for two hours,
//! by a cookie that is bound to the draft; a browser that keeps no cookies, for five
//! minutes. Whoever finds the address later finds no code. Leaves no evidence.

use super::draft::Key;
use axum::http::{HeaderMap, HeaderValue, header};
use redress_kernel::{Instant, reference::hmac_sha256};

const SECONDS: i64 = 2 * 60 * 60;
/// For browsers that keep no cookies: long enough to write sixteen characters down.
const WITHOUT_COOKIE_SECONDS: i64 = 5 * 60;

/// Marks this browser as the one that holds the draft.
pub fn cookie(secret: &[u8], key: &Key, now: Instant, https: bool) -> HeaderValue {
    let ends = now.plus_seconds(SECONDS).micros();
    let text = format!(
        "{}={ends}.{}; Path=/; HttpOnly; SameSite=Lax; Max-Age={SECONDS}{}",
        name(secret, key, https),
        seal(secret, key, ends),
        if https { "; Secure" } else { "" }
    );
    HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static(""))
}

/// May the code be shown to this browser?
pub fn sees_code(
    secret: &[u8],
    headers: &HeaderMap,
    key: &Key,
    sent_at: Instant,
    now: Instant,
    https: bool,
) -> bool {
    now.seconds_since(sent_at) < WITHOUT_COOKIE_SECONDS
        || values(headers, &name(secret, key, https)).any(|value| holds(secret, key, value, now))
}

fn holds(secret: &[u8], key: &Key, value: &str, now: Instant) -> bool {
    let Some((ends, shown)) = value.split_once('.') else {
        return false;
    };
    let Ok(ends) = ends.parse::<i64>() else {
        return false;
    };
    // Comparing MACs of the two seals takes the same time whichever letter differs.
    let blind = |seal: &str| hmac_sha256(secret, &[b"redress seal compared", seal.as_bytes()]);
    blind(shown) == blind(&seal(secret, key, ends)) && now.micros() < ends
}

fn seal(secret: &[u8], key: &Key, ends: i64) -> String {
    let parts: [&[u8]; 3] = [
        b"redress draft held",
        key.as_str().as_bytes(),
        &ends.to_be_bytes(),
    ];
    let mac = hmac_sha256(secret, &parts);
    mac.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The prefix needs HTTPS and belongs to the whole host; on loopback a plain name has to
/// do. A mark of the draft stands in it, because a family sends two complaints from one
/// browser; the draft's key does not, because it opens the draft.
fn name(secret: &[u8], key: &Key, https: bool) -> String {
    let mac = hmac_sha256(
        secret,
        &[b"redress draft's cookie", key.as_str().as_bytes()],
    );
    let mark: String = mac
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let prefix = if https { "__Host-" } else { "" };
    format!("{prefix}redress-sent-{mark}")
}

fn values<'h>(headers: &'h HeaderMap, name: &'h str) -> impl Iterator<Item = &'h str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(move |pair| {
            let (its, value) = pair.trim().split_once('=')?;
            (its == name).then_some(value)
        })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const SECRET: &[u8] = b"the code key of a test";

    fn key(first: u8) -> Key {
        Key::new([first; 32])
    }

    fn shown_back(cookie: &HeaderValue) -> HeaderMap {
        let pair = cookie.to_str().unwrap().split(';').next().unwrap();
        HeaderMap::from_iter([(header::COOKIE, HeaderValue::from_str(pair).unwrap())])
    }

    #[test]
    fn the_browser_that_sent_sees_the_code_for_two_hours_and_no_other_after_five_minutes() {
        let sent = Instant::from_micros(1_795_000_000_000_000);
        let mine = shown_back(&cookie(SECRET, &key(1), sent, false));
        let sees = |headers: &HeaderMap, of: &Key, seconds: i64| {
            sees_code(SECRET, headers, of, sent, sent.plus_seconds(seconds), false)
        };
        assert!(sees(&mine, &key(1), 7_199));
        assert!(!sees(&mine, &key(1), 7_200), "two hours are over");
        assert!(!sees(&mine, &key(2), 600), "another draft's cookie");
        let nothing = HeaderMap::new();
        assert!(sees(&nothing, &key(1), 299));
        assert!(!sees(&nothing, &key(1), 300));
    }

    #[test]
    fn nobody_makes_the_cookie_or_lengthens_it() {
        let sent = Instant::from_micros(1_795_000_000_000_000);
        let real = cookie(SECRET, &key(1), sent, false);
        let real = real.to_str().unwrap().split(';').next().unwrap().to_owned();
        let (its, _) = real.split_once('=').unwrap();
        let (_, seal) = real.split_once('.').unwrap();
        let later = sent.plus_seconds(99_999).micros();
        for forged in [
            format!("{its}={later}.{seal}"),
            format!("{its}=x.y"),
            format!("{its}="),
        ] {
            let headers =
                HeaderMap::from_iter([(header::COOKIE, HeaderValue::from_str(&forged).unwrap())]);
            let now = sent.plus_seconds(600);
            assert!(
                !sees_code(SECRET, &headers, &key(1), sent, now, false),
                "{forged}"
            );
        }
    }

    #[test]
    fn over_https_it_is_kept_from_scripts_and_from_plain_lines() {
        let cookie = cookie(SECRET, &key(1), Instant::from_micros(0), true);
        let text = cookie.to_str().unwrap();
        assert!(text.starts_with("__Host-redress-sent-"), "{text}");
        for part in ["; Path=/;", "; HttpOnly", "; Secure", "; SameSite=Lax"] {
            assert!(text.contains(part), "{text}");
        }
        assert!(!text.contains("Domain"), "no other host gets it");
        assert!(!text.contains(key(1).as_str()), "the key opens the draft");
    }

    /// Both cookies belong to the whole host now; neither takes the other's place.
    #[test]
    fn two_complaints_from_one_browser_both_show_their_codes() {
        let sent = Instant::from_micros(1_795_000_000_000_000);
        let pair = |of: u8| {
            let set = cookie(SECRET, &key(of), sent, true);
            let text = set.to_str().unwrap().to_owned();
            text.split(';').next().unwrap().to_owned()
        };
        let both = HeaderValue::from_str(&format!("{}; {}", pair(1), pair(2))).unwrap();
        let headers = HeaderMap::from_iter([(header::COOKIE, both)]);
        let later = sent.plus_seconds(600);
        let sees = |of: u8| sees_code(SECRET, &headers, &key(of), sent, later, true);
        assert!(sees(1) && sees(2) && !sees(3));
    }
}
