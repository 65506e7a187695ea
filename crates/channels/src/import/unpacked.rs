//! How large a packed file becomes, counted before anything keeps it in memory: what
//! its list of contents claims is not believed, each part is unpacked into nothing and
//! stopped at the limit. Leaves no evidence: it only looks.

use flate2::read::DeflateDecoder;
use std::io::{self, Read};

/// All parts together, and how many of them.
pub const BYTES_MAX: u64 = 200 * 1024 * 1024;
pub const PARTS_MAX: usize = 5_000;

const END: &[u8] = b"PK\x05\x06";
const LISTED: &[u8] = b"PK\x01\x02";
const PART: &[u8] = b"PK\x03\x04";

/// False for what becomes too large, and for an archive that cannot be followed.
pub fn fits(archive: &[u8]) -> bool {
    size(archive, BYTES_MAX).is_some_and(|size| size <= BYTES_MAX)
}

/// None: not an archive of the simple kind. At most one byte more than `most` is counted.
fn size(archive: &[u8], most: u64) -> Option<u64> {
    let end = archive.windows(END.len()).rposition(|four| four == END)?;
    let parts = usize::from(two(archive, end + 10)?);
    let mut at = four(archive, end + 16)?;
    if parts > PARTS_MAX {
        return None;
    }
    let mut sum = 0;
    for _ in 0..parts {
        let listed = archive.get(at..)?;
        if !listed.starts_with(LISTED) {
            return None;
        }
        sum += unpacked(archive, listed, most.saturating_sub(sum))?;
        if sum > most {
            return Some(sum);
        }
        let behind = [28, 30, 32].iter().try_fold(46, |length, field| {
            Some(length + usize::from(two(listed, *field)?))
        })?;
        at = at.checked_add(behind)?;
    }
    Some(sum)
}

fn unpacked(archive: &[u8], listed: &[u8], most: u64) -> Option<u64> {
    let (method, packed) = (two(listed, 10)?, four(listed, 20)?);
    let part = archive.get(four(listed, 42)?..)?;
    if !part.starts_with(PART) {
        return None;
    }
    let head = 30 + usize::from(two(part, 26)?) + usize::from(two(part, 28)?);
    let bytes = part.get(head..head.checked_add(packed)?)?;
    match method {
        0 => Some(bytes.len() as u64),
        8 => {
            let mut open = DeflateDecoder::new(bytes).take(most.saturating_add(1));
            io::copy(&mut open, &mut io::sink()).ok()
        }
        _ => None,
    }
}

fn two(bytes: &[u8], at: usize) -> Option<u16> {
    let pair = bytes.get(at..at + 2)?;
    Some(u16::from_le_bytes(pair.try_into().ok()?))
}

fn four(bytes: &[u8], at: usize) -> Option<usize> {
    let all = bytes.get(at..at + 4)?;
    usize::try_from(u32::from_le_bytes(all.try_into().ok()?)).ok()
}

#[cfg(test)]
pub(super) mod archives {
    //! Archives made by hand, for tests.
    #![allow(clippy::unwrap_used)]
    use super::{END, LISTED, PART};
    use flate2::{Compression, Crc, write::DeflateEncoder};
    use std::io::Write;

    /// Packed parts with their names. `claimed`: the size that each says it unpacks to,
    /// if it lies.
    pub fn archive(parts: &[(&str, &[u8])], claimed: Option<u32>) -> Vec<u8> {
        let (mut file, mut list) = (Vec::new(), Vec::new());
        for (name, part) in parts {
            let mut packed = DeflateEncoder::new(Vec::new(), Compression::best());
            packed.write_all(part).unwrap();
            let packed = packed.finish().unwrap();
            let mut sum = Crc::new();
            sum.update(part);
            let place = four(file.len());
            let sizes = [
                sum.sum().to_le_bytes(),
                four(packed.len()),
                claimed.map_or(four(part.len()), u32::to_le_bytes),
            ]
            .concat();
            let name_length = [two(name.len()), [0, 0]].concat();
            let head = [&[20, 0, 0, 0, 8, 0, 0, 0, 0, 0][..], &sizes, &name_length].concat();
            file.extend([PART, &head, name.as_bytes(), &packed].concat());
            let tail = [&[0; 10][..], &place, name.as_bytes()].concat();
            list.extend([LISTED, &[20, 0], &head, &tail].concat());
        }
        let (count, length, start) = (two(parts.len()), four(list.len()), four(file.len()));
        let end = [END, &[0; 4], &count, &count, &length, &start, &[0, 0]].concat();
        [file, list, end].concat()
    }

    fn two(number: usize) -> [u8; 2] {
        u16::try_from(number).unwrap().to_le_bytes()
    }

    fn four(number: usize) -> [u8; 4] {
        u32::try_from(number).unwrap().to_le_bytes()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]
    use super::{archives::archive, *};

    #[test]
    fn what_it_becomes_is_counted_and_not_what_it_claims() {
        let two = archive(&[("a", b"a table"), ("b", &[b'0'; 100_000])], Some(1));
        assert!(two.len() < 1_000, "packed well: {}", two.len());
        assert_eq!(size(&two, 1 << 20), Some(100_007));
        assert_eq!(size(&two, 50_000), Some(50_001), "and no further");
        assert!(fits(&two));
    }

    #[test]
    fn a_bomb_is_stopped_at_the_limit_and_a_heap_of_parts_at_once() {
        let large = vec![b'0'; 1 << 20];
        let bomb = archive(&[("a", &large), ("b", &large), ("c", &large)], Some(1));
        assert!(bomb.len() < 10_000, "{}", bomb.len());
        assert_eq!(size(&bomb, 2 << 20), Some((2 << 20) + 1));
        assert_eq!(size(&bomb, BYTES_MAX), Some(3 << 20));
        let many: Vec<(&str, &[u8])> = vec![("x", b"x"); PARTS_MAX + 1];
        assert!(!fits(&archive(&many, None)));
    }

    #[test]
    fn what_cannot_be_followed_is_refused() {
        assert!(!fits(b"PK\x03\x04 and nothing else"));
        let good = archive(&[("a", b"a table")], None);
        for at in 0..good.len() {
            let _ = fits(&good[..at]);
            let mut broken = good.clone();
            broken[at] ^= 0xff;
            let _ = fits(&broken);
        }
        assert!(!fits(&good[..good.len() - 30]));
    }
}
