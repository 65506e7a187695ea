//! Signs of a program (4.4): the form is handed out with a seal that says when, and holds
//! a field that no person sees. What they show takes from a budget or makes a complaint
//! wait for somebody; nothing is ever refused for them. Pure.

use super::draft::{Draft, Key};
use redress_kernel::{
    Instant,
    intake_limits::{FORM_HOURS_MAX, Signs},
    reference::hmac_sha256,
};

/// The field in which the seal travels.
pub const HANDED_OUT: &str = "handed-out";

/// When the form was handed out, sealed with its key.
pub fn sealed(secret: &[u8], key: &Key, at: Instant) -> String {
    format!("{}.{}", at.micros(), seal(secret, key, at.micros()))
}

/// When that was; None for a seal that is not ours, or that lay about for too long.
pub fn handed_out(secret: &[u8], key: &Key, shown: &str, now: Instant) -> Option<Instant> {
    let (micros, its) = shown.split_once('.')?;
    let micros: i64 = micros.parse().ok()?;
    // Comparing MACs of the two seals takes the same time whichever letter differs.
    let blind = |seal: &str| hmac_sha256(secret, &[b"redress seal compared", seal.as_bytes()]);
    let ours = blind(its) == blind(&seal(secret, key, micros));
    let at = Instant::from_micros(micros);
    let fresh = (0..=FORM_HOURS_MAX * 3_600).contains(&now.seconds_since(at));
    (ours && fresh).then_some(at)
}

pub fn of(draft: &Draft, now: Instant) -> Signs {
    Signs {
        trapped: draft.trapped,
        seconds: draft.begun_at.map(|at| now.seconds_since(at)),
    }
}

fn seal(secret: &[u8], key: &Key, micros: i64) -> String {
    let parts: [&[u8]; 3] = [
        b"redress form handed out",
        key.as_str().as_bytes(),
        &micros.to_be_bytes(),
    ];
    let mac = hmac_sha256(secret, &parts);
    mac.iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &[u8] = b"the code key of a test";
    const NOON: Instant = Instant::from_micros(1_795_000_000_000_000);

    fn key(first: u8) -> Key {
        Key::new([first; 32])
    }

    #[test]
    fn the_seal_says_when_the_form_was_handed_out_and_nobody_moves_it() {
        let shown = sealed(SECRET, &key(1), NOON);
        let read = |key: &Key, shown: &str, later: i64| {
            handed_out(SECRET, key, shown, NOON.plus_seconds(later))
        };
        assert_eq!(read(&key(1), &shown, 60), Some(NOON));
        assert_eq!(read(&key(1), &shown, 86_400), Some(NOON));
        assert_eq!(read(&key(1), &shown, 86_401), None, "a day is over");
        assert_eq!(read(&key(1), &shown, -1), None, "not handed out yet");
        assert_eq!(read(&key(2), &shown, 60), None, "another form's seal");
        let moved = shown.replacen("17950", "17940", 1);
        assert_eq!(read(&key(1), &moved, 60), None);
        for nonsense in ["", ".", "x.y", "1795000000000000"] {
            assert_eq!(read(&key(1), nonsense, 60), None, "{nonsense}");
        }
    }

    #[test]
    fn a_draft_without_a_seal_says_nothing_and_one_with_it_how_long_it_took() {
        let mut draft = Draft::default();
        assert_eq!(of(&draft, NOON).seconds, None);
        draft.begun_at = Some(NOON);
        assert_eq!(of(&draft, NOON.plus_seconds(200)).seconds, Some(200));
        assert!(!of(&draft, NOON).trapped);
    }
}
