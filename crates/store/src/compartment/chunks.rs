//! A long stream kept closed in pieces: each is bound to its place and the last says
//! that it is the last, so that nothing can be cut off, exchanged or left out. The key
//! serves one stream only, therefore the number of the piece is the nonce.

use super::{Key, cipher};
use crate::Error;
use ring::aead::{Aad, NONCE_LEN, Nonce};
use std::io::{Read, Write};

const CHUNK: usize = 64 << 10;
const TAG: usize = 16;

/// So long is a stream of this length once it is closed.
pub(crate) fn closed_length(plain: usize) -> usize {
    plain + plain.div_ceil(CHUNK).max(1) * TAG
}

fn nonce(number: u64, last: bool) -> Nonce {
    let mut bytes = [0; NONCE_LEN];
    let (counter, flag) = bytes.split_at_mut(8);
    counter.copy_from_slice(&number.to_be_bytes());
    flag.fill(u8::from(last));
    Nonce::assume_unique_for_key(bytes)
}

/// `about` is what stands in the open before it.
pub(crate) fn close_stream(
    key: &Key,
    about: &[u8],
    from: &mut impl Read,
    to: &mut impl Write,
) -> Result<(), Error> {
    let wrong = || Error::Keys("it cannot be closed".to_owned());
    let cipher = cipher(key).ok_or_else(wrong)?;
    let mut piece = filled(from, CHUNK)?;
    for number in 0.. {
        let next = filled(from, CHUNK)?;
        let last = next.is_empty();
        cipher
            .seal_in_place_append_tag(nonce(number, last), Aad::from(about), &mut piece)
            .map_err(|_| wrong())?;
        to.write_all(&piece)?;
        if last {
            break;
        }
        piece = next;
    }
    Ok(())
}

/// Writes what it opens; an error where a piece is not what was closed.
pub(crate) fn open_stream(
    key: &Key,
    about: &[u8],
    from: &mut impl Read,
    to: &mut impl Write,
) -> Result<(), Error> {
    let damaged = || Error::Storage("it was changed, cut short, or closed with another key".into());
    let cipher = cipher(key).ok_or_else(damaged)?;
    let mut piece = filled(from, CHUNK + TAG)?;
    for number in 0.. {
        let next = filled(from, CHUNK + TAG)?;
        let last = next.is_empty();
        let opened = cipher
            .open_in_place(nonce(number, last), Aad::from(about), &mut piece)
            .map_err(|_| damaged())?;
        to.write_all(opened)?;
        if last {
            break;
        }
        piece = next;
    }
    Ok(())
}

/// So many bytes, fewer only at the end.
fn filled(from: &mut impl Read, wanted: usize) -> Result<Vec<u8>, Error> {
    let mut piece = Vec::with_capacity(wanted + TAG);
    let most = u64::try_from(wanted).unwrap_or(u64::MAX);
    from.take(most).read_to_end(&mut piece)?;
    Ok(piece)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const KEY: Key = [3; 32];

    fn closed(plain: &[u8]) -> Vec<u8> {
        let mut out = Vec::new();
        close_stream(&KEY, b"header", &mut &plain[..], &mut out).unwrap();
        out
    }

    fn opened(key: &Key, about: &[u8], closed: &[u8]) -> Option<Vec<u8>> {
        let mut out = Vec::new();
        open_stream(key, about, &mut &closed[..], &mut out).ok()?;
        Some(out)
    }

    #[test]
    fn a_stream_of_any_length_comes_back() {
        for length in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 7] {
            let plain: Vec<u8> = (0..length).map(|n| (n % 251) as u8).collect();
            let closed = closed(&plain);
            assert_eq!(closed.len(), closed_length(length));
            assert_eq!(
                opened(&KEY, b"header", &closed).as_deref(),
                Some(&plain[..]),
                "{length}"
            );
        }
    }

    #[test]
    fn nothing_can_be_cut_off_exchanged_or_changed() {
        let plain = vec![5; 3 * CHUNK + 7];
        let whole = closed(&plain);
        let piece = CHUNK + TAG;
        let cut = [
            &whole[..3 * piece],
            &whole[..piece],
            &whole[..0],
            &whole[..whole.len() - 1],
        ];
        for some in cut {
            assert_eq!(opened(&KEY, b"header", some), None, "{} bytes", some.len());
        }
        let exchanged = [
            &whole[piece..2 * piece],
            &whole[..piece],
            &whole[2 * piece..],
        ]
        .concat();
        assert_eq!(opened(&KEY, b"header", &exchanged), None);
        let mut changed = whole.clone();
        changed[piece + 9] ^= 1;
        assert_eq!(opened(&KEY, b"header", &changed), None);
        assert_eq!(opened(&KEY, b"other", &whole), None);
        assert_eq!(opened(&[4; 32], b"header", &whole), None);
    }
}
