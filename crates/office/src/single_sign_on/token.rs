//! An identity token (a JWT, RFC 7519): three parts and two dots. Believed once its
//! signature and then what it says have been checked. Pure.

use super::{
    claims::{Claims, Expected, Unbelieved},
    keys::Keys,
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::Deserialize;

/// Longer than any that a provider writes.
const TOKEN_MAX: usize = 32_000;

#[derive(Deserialize)]
struct Header {
    alg: String,
    #[serde(default)]
    kid: Option<String>,
    /// What we would have to understand and do not (RFC 7515, 4.1.11).
    #[serde(default)]
    crit: Option<serde_json::Value>,
}

pub fn believed(token: &str, keys: &Keys, it: &Expected) -> Result<Claims, Unbelieved> {
    let (signed, signature) = token.rsplit_once('.').ok_or(Unbelieved::Unreadable)?;
    let (header, body) = signed.split_once('.').ok_or(Unbelieved::Unreadable)?;
    if token.len() > TOKEN_MAX || body.contains('.') {
        return Err(Unbelieved::Unreadable);
    }
    let header: Header = read(header)?;
    let signature = URL_SAFE_NO_PAD
        .decode(signature)
        .map_err(|_| Unbelieved::Unreadable)?;
    let ours = header.crit.is_none()
        && keys.signed(
            &header.alg,
            header.kid.as_deref(),
            signed.as_bytes(),
            &signature,
        );
    if !ours {
        return Err(Unbelieved::Signature);
    }
    let claims: Claims = read(body)?;
    claims.hold(it)?;
    Ok(claims)
}

fn read<T: for<'a> Deserialize<'a>>(part: &str) -> Result<T, Unbelieved> {
    let bytes = URL_SAFE_NO_PAD
        .decode(part)
        .map_err(|_| Unbelieved::Unreadable)?;
    serde_json::from_slice(&bytes).map_err(|_| Unbelieved::Unreadable)
}
