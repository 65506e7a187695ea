//! Half an hour on one case: a cookie that the code key signs. It names the case,
//! when it ends, and by its signature the number of the access code, so that a
//! new code ends every session of the old one. Nothing of it is stored.

use axum::http::{HeaderMap, HeaderValue, header};
use redress_complaint::Complaint;
use redress_kernel::{Id, Instant, reference::hmac_sha256};

pub const SECONDS: i64 = 30 * 60;

/// A session as the browser shows it, not believed yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    pub complaint: Id,
    ends: i64,
    seal: String,
}

pub fn cookie(key: &[u8], case: &Complaint, now: Instant, https: bool) -> HeaderValue {
    let ends = now.plus_seconds(SECONDS).micros();
    let value = format!("{}.{ends}.{}", case.id, seal(key, case, ends));
    header_value(&value, SECONDS, https)
}

/// Takes the cookie away.
pub fn ended(https: bool) -> HeaderValue {
    header_value("", 0, https)
}

pub fn claim(headers: &HeaderMap, https: bool) -> Option<Claim> {
    let name = name(https);
    let cookies = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok());
    let value = cookies.flat_map(|line| line.split(';')).find_map(|pair| {
        let (its, value) = pair.trim().split_once('=')?;
        (its == name).then_some(value)
    })?;
    let (complaint, rest) = value.split_once('.')?;
    let (ends, seal) = rest.split_once('.')?;
    Some(Claim {
        complaint: complaint.parse().ok()?,
        ends: ends.parse().ok()?,
        seal: seal.to_owned(),
    })
}

impl Claim {
    pub fn holds(&self, key: &[u8], case: &Complaint, now: Instant) -> bool {
        // Comparing MACs of the two seals takes the same time whichever letter differs.
        let blind = |seal: &str| hmac_sha256(key, &[b"redress seal compared", seal.as_bytes()]);
        let right = blind(&self.seal) == blind(&seal(key, case, self.ends));
        right && now.micros() < self.ends && case.id == self.complaint
    }
}

fn seal(key: &[u8], case: &Complaint, ends: i64) -> String {
    let mac = hmac_sha256(
        key,
        &[
            b"redress follow session",
            &case.id.bytes(),
            &ends.to_be_bytes(),
            &case.code_issue.to_be_bytes(),
        ],
    );
    mac.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The `__Host-` prefix needs HTTPS; on loopback a plain name has to do.
const fn name(https: bool) -> &'static str {
    if https {
        "__Host-redress-follow"
    } else {
        "redress-follow"
    }
}

fn header_value(value: &str, seconds: i64, https: bool) -> HeaderValue {
    let secure = if https { "; Secure" } else { "" };
    let text = format!(
        "{}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}",
        name(https)
    );
    HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static(""))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn case(id: u8) -> Complaint {
        Complaint {
            id: Id::from_bytes([id; 16]),
            code_issue: 1,
            ..Complaint::default()
        }
    }

    fn sent_back(cookie: &HeaderValue) -> HeaderMap {
        let pair = cookie.to_str().unwrap().split(';').next().unwrap();
        let mut headers = HeaderMap::new();
        headers.insert(
            header::COOKIE,
            HeaderValue::from_str(&format!("a=b; {pair}")).unwrap(),
        );
        headers
    }

    #[test]
    fn a_session_opens_its_own_case_for_half_an_hour_and_no_other() {
        let now = Instant::from_micros(5_000_000);
        let claim = claim(&sent_back(&cookie(b"key", &case(7), now, true)), true).unwrap();
        assert!(claim.holds(b"key", &case(7), now.plus_seconds(SECONDS - 1)));
        assert!(!claim.holds(b"key", &case(7), now.plus_seconds(SECONDS)));
        assert!(!claim.holds(b"key", &case(8), now));
        assert!(!claim.holds(b"another key", &case(7), now));
        let reissued = Complaint {
            code_issue: 2,
            ..case(7)
        };
        assert!(!claim.holds(b"key", &reissued, now));
    }

    #[test]
    fn a_longer_life_cannot_be_written_into_it() {
        let now = Instant::from_micros(5_000_000);
        let mut claim = claim(&sent_back(&cookie(b"key", &case(7), now, false)), false).unwrap();
        claim.ends += 1;
        assert!(!claim.holds(b"key", &case(7), now));
    }

    #[test]
    fn a_seal_made_for_another_purpose_opens_nothing() {
        let now = Instant::from_micros(5_000_000);
        let mut claim = claim(&sent_back(&cookie(b"key", &case(7), now, true)), true).unwrap();
        assert!(claim.holds(b"key", &case(7), now), "the control");
        let parts: [&[u8]; 4] = [
            b"redress draft held",
            &case(7).id.bytes(),
            &claim.ends.to_be_bytes(),
            &case(7).code_issue.to_be_bytes(),
        ];
        let other = hmac_sha256(b"key", &parts);
        claim.seal = other.iter().map(|byte| format!("{byte:02x}")).collect();
        assert!(!claim.holds(b"key", &case(7), now));
    }

    #[test]
    fn over_https_it_is_pinned_to_this_host_and_kept_from_scripts() {
        let cookie = cookie(b"key", &case(7), Instant::from_micros(0), true);
        let text = cookie.to_str().unwrap();
        assert!(text.starts_with("__Host-redress-follow="), "{text}");
        assert!(
            text.ends_with("; Path=/; HttpOnly; SameSite=Lax; Max-Age=1800; Secure"),
            "{text}"
        );
        assert!(claim(&sent_back(&cookie), false).is_none(), "another name");
    }
}
