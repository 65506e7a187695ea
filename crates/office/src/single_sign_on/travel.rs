//! What a browser carries to the provider and back: sealed, for ten minutes, in a cookie
//! that no other site sends. Nothing of it is kept here, so a stranger cannot fill our
//! memory by beginning; and what another browser began, this one cannot end.

use crate::session::Transport;
use axum::http::{HeaderMap, HeaderValue, header::COOKIE};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use redress_kernel::{Instant, reference::hmac_sha256};
use redress_store::Keys;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

const SECONDS: i64 = 600;
const SEALED_AS: &str = "signing in elsewhere";

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Travel {
    pub provider: String,
    pub state: String,
    pub nonce: String,
    /// The secret half of PKCE (RFC 7636).
    pub verifier: String,
    pub next: String,
    pub began_at: i64,
    /// To show who they are anew, whatever session the provider has with them.
    #[serde(default)]
    pub anew: bool,
}

impl Travel {
    pub fn new(
        provider: &str,
        (next, anew): (&str, bool),
        random: fn() -> [u8; 32],
        now: Instant,
    ) -> Travel {
        let text = || URL_SAFE_NO_PAD.encode(random());
        Travel {
            provider: provider.to_owned(),
            state: text(),
            nonce: text(),
            verifier: text(),
            next: next.to_owned(),
            began_at: now.micros(),
            anew,
        }
    }

    /// The half of PKCE that everybody may see.
    pub fn challenge(&self) -> String {
        URL_SAFE_NO_PAD.encode(Sha256::digest(self.verifier.as_bytes()))
    }

    /// Is this the state that went out? MACs of both take the same time to compare.
    pub fn is_its(&self, state: &str) -> bool {
        let blind = |text: &str| hmac_sha256(b"redress state compared", &[text.as_bytes()]);
        blind(state) == blind(&self.state)
    }

    pub fn cookie(&self, keys: &Keys, transport: Transport) -> Option<HeaderValue> {
        let text = serde_json::to_string(self).ok()?;
        let sealed = keys.seal(SEALED_AS, &text).ok()?;
        header(transport, &sealed, SECONDS)
    }

    pub fn carried(
        headers: &HeaderMap,
        keys: &Keys,
        transport: Transport,
        now: Instant,
    ) -> Option<Travel> {
        let lines = headers.get_all(COOKIE).iter();
        let mut pairs = lines
            .filter_map(|line| line.to_str().ok())
            .flat_map(|line| line.split(';'))
            .filter_map(|pair| pair.trim().split_once('='));
        let (_, sealed) = pairs.find(|(its, _)| *its == name(transport))?;
        let text = keys.unseal(SEALED_AS, sealed)?;
        let travel: Travel = serde_json::from_str(&text).ok()?;
        let seconds = now.seconds_since(Instant::from_micros(travel.began_at));
        (0..=SECONDS).contains(&seconds).then_some(travel)
    }
}

/// Over, whatever came of it.
pub fn ended(transport: Transport) -> Option<HeaderValue> {
    header(transport, "", 0)
}

/// Sent when the provider leads back, which is a page of another site leading here.
fn header(transport: Transport, value: &str, seconds: i64) -> Option<HeaderValue> {
    let secure = match transport {
        Transport::Https => "; Secure",
        _ => "",
    };
    let name = name(transport);
    HeaderValue::from_str(&format!(
        "{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}"
    ))
    .ok()
}

const fn name(transport: Transport) -> &'static str {
    match transport {
        Transport::Https => "__Host-elsewhere",
        _ => "elsewhere",
    }
}
