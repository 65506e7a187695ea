//! The seals of what leaves the house: addresses that say which case or which letter a
//! mail belongs to, and a header by which we know a letter of ours when it comes back,
//! whatever a server on the way did to its sender. Only we can make them.

use super::Reason;
use crate::reading::Message;
use redress_kernel::{Id, reference::hmac_sha256};

/// RFC 5321, 4.5.3.1.1.
const LOCAL_MAX: usize = 64;
const ID_BYTES: usize = 16;
const SEAL_BYTES: usize = 8;
/// One case of letters only: base32 of RFC 4648.
const SIGNS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

/// What an address is for, with the sign behind the plus.
#[derive(Debug, Clone, Copy)]
pub struct Purpose {
    mark: &'static str,
    sealed_as: &'static str,
}

/// An answer to this case.
pub const REPLY: Purpose = Purpose {
    mark: "+c",
    sealed_as: "redress reply address",
};
/// A report about this letter.
pub const BOUNCE: Purpose = Purpose {
    mark: "+m",
    sealed_as: "redress bounce address",
};

/// `complaints+c{case and seal}@...`; the plain address where that would be too long.
pub fn address(base: &str, id: Id, purpose: Purpose, key: &[u8; 32]) -> String {
    let (local, domain) = base.rsplit_once('@').unwrap_or((base, ""));
    let token = [id.bytes().as_slice(), &seal(purpose.sealed_as, id, key)].concat();
    let local = format!("{local}{}{}", purpose.mark, written(&token));
    match local.len() <= LOCAL_MAX {
        true => format!("{local}@{domain}"),
        false => base.to_owned(),
    }
}

/// What the address names; None when we did not make it.
pub fn named(address: &str, purpose: Purpose, key: &[u8; 32]) -> Option<Id> {
    let (local, _) = address.trim().trim_matches(['<', '>']).rsplit_once('@')?;
    // Servers on the way may change the case of letters.
    let local = local.to_ascii_lowercase();
    let (_, token) = local.rsplit_once(purpose.mark)?;
    let bytes = read(token)?;
    let (id, sealed) = bytes.split_at_checked(ID_BYTES)?;
    let id = Id::from_bytes(id.try_into().ok()?);
    (sealed == seal(purpose.sealed_as, id, key)).then_some(id)
}

fn seal(sealed_as: &str, id: Id, key: &[u8; 32]) -> [u8; SEAL_BYTES] {
    let hash = hmac_sha256(key, &[sealed_as.as_bytes(), id.to_string().as_bytes()]);
    let mut start = [0; SEAL_BYTES];
    start.iter_mut().zip(hash).for_each(|(to, from)| *to = from);
    start
}

fn written(bytes: &[u8]) -> String {
    let (mut text, mut held, mut bits) = (String::new(), 0u32, 0);
    let mut sign = |five: u32| text.extend(SIGNS.get(five as usize & 31).map(|s| char::from(*s)));
    for byte in bytes {
        held = (held << 8) | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            sign(held >> bits);
        }
        held &= (1 << bits) - 1;
    }
    if bits > 0 {
        sign(held << (5 - bits));
    }
    text
}

fn read(text: &str) -> Option<Vec<u8>> {
    let (mut bytes, mut held, mut bits) = (Vec::new(), 0u32, 0);
    for sign in text.bytes() {
        let five = SIGNS.iter().position(|it| *it == sign)?;
        held = (held << 5) | u32::try_from(five).ok()?;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(held >> bits & 255).ok()?);
        }
        held &= (1 << bits) - 1;
    }
    // The last sign has bits to spare; a token is written in one way only.
    (text == written(&bytes)).then_some(bytes)
}

pub const LOOP: &str = "X-Redress-Loop";
const LOOP_SEALED_AS: &str = "redress loop";

/// `v1; id=...; seal=...; automatic`
pub fn loop_seal(message: Id, automatic: bool, key: &[u8; 32]) -> String {
    let kind = if automatic { "automatic" } else { "typed" };
    let seal = written(&seal(LOOP_SEALED_AS, message, key));
    format!("v1; id={message}; seal={seal}; {kind}")
}

/// Did we write it ourselves?
pub fn ours(message: &Message, key: &[u8; 32]) -> Option<Reason> {
    let value = message.field(LOOP)?;
    let id: Id = part(&value, "id=")?.parse().ok()?;
    let same = part(&value, "seal=")? == written(&seal(LOOP_SEALED_AS, id, key));
    same.then(|| Reason::new("own-seal", id.to_string()))
}

/// Another office's program wrote it by itself.
pub fn of_another_desk(message: &Message) -> Option<Reason> {
    let value = message.field(LOOP)?;
    let automatic = value.split(';').any(|part| part.trim() == "automatic");
    automatic.then(|| Reason::new("other-desk", format!("{LOOP}: automatic")))
}

fn part<'a>(value: &'a str, name: &str) -> Option<&'a str> {
    value
        .split(';')
        .find_map(|part| part.trim().strip_prefix(name))
}
