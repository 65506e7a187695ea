//! The operating system's source of randomness, for salts, keys and ids: the one
//! place below the binary that asks for it, because a salt must never be chosen
//! by a caller.

use crate::Error;

#[allow(
    clippy::disallowed_methods,
    reason = "salts and keys come from the operating system, not from a caller"
)]
pub(crate) fn fill<const N: usize>() -> Result<[u8; N], Error> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| Error::Storage(error.to_string()))?;
    Ok(bytes)
}
