//! winmail.dat: what an Outlook of old wrapped up so that nobody else could read it
//! (MS-OXTNEF). Its text and its files come out; the wrapper itself is kept too.

use super::{charset, media::file_name};

const SIGNATURE: u32 = 0x223e_9f78;
const FILES_MAX: usize = 200;
/// Properties of one list, values of one property.
const PROPERTIES_MAX: u32 = 2_000;

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tnef {
    pub text: String,
    pub html: Vec<u8>,
    /// Rich text, out of its compression.
    pub rtf: Vec<u8>,
    pub files: Vec<(String, Vec<u8>)>,
    /// It ended in the middle, or a sum did not fit.
    pub broken: bool,
}

/// None: this is none at all.
pub fn read(bytes: &[u8]) -> Option<Tnef> {
    let mut from = Bytes(bytes);
    if from.u32()? != SIGNATURE {
        return None;
    }
    from.u16()?;
    let mut tnef = Tnef::default();
    let mut page: Option<String> = None;
    while let Some(level) = from.u8() {
        let Some((id, data)) = attribute(&mut from, &mut tnef) else {
            tnef.broken = true;
            break;
        };
        tnef.take(level, id, data, &mut page);
    }
    // An empty file that has a name was attached, too.
    tnef.files
        .retain(|(name, bytes)| !(name.is_empty() && bytes.is_empty()));
    for (nth, (name, _)) in tnef.files.iter_mut().enumerate() {
        *name = match file_name(name).as_str() {
            "" => format!("attachment-{}", nth + 1),
            name => name.to_owned(),
        };
    }
    Some(tnef)
}

fn attribute<'b>(from: &mut Bytes<'b>, tnef: &mut Tnef) -> Option<(u32, &'b [u8])> {
    let id = from.u32()? & 0xffff;
    let length = from.u32()? as usize;
    let data = from.take(length)?;
    let sum = data
        .iter()
        .fold(0_u16, |sum, byte| sum.wrapping_add(u16::from(*byte)));
    tnef.broken |= from.u16()? != sum;
    Some((id, data))
}

impl Tnef {
    fn take(&mut self, level: u8, id: u32, data: &[u8], page: &mut Option<String>) {
        match (level, id) {
            (_, 0x9007) => *page = Bytes(data).u32().map(|page| format!("windows-{page}")),
            (1, 0x800c) => self.text = string(data, page.as_deref()),
            (1, 0x9003) => self.properties(data, page.as_deref(), false),
            (2, 0x9002) if self.files.len() < FILES_MAX => self.files.push(Default::default()),
            (2, 0x8010) => {
                if let Some((name, _)) = self.files.last_mut().filter(|(name, _)| name.is_empty()) {
                    *name = string(data, page.as_deref());
                }
            }
            (2, 0x800f) => {
                if let Some((_, bytes)) = self.files.last_mut() {
                    *bytes = data.to_vec();
                }
            }
            (2, 0x9005) => self.properties(data, page.as_deref(), true),
            _ => {}
        }
    }

    fn properties(&mut self, data: &[u8], page: Option<&str>, of_file: bool) {
        let mut from = Bytes(data);
        let count = from.u32().unwrap_or_default().min(PROPERTIES_MAX);
        for _ in 0..count {
            let Some((id, kind, value)) = property(&mut from) else {
                self.broken = true;
                return;
            };
            self.property(id, kind, value, page, of_file);
        }
    }

    fn property(&mut self, id: u16, kind: u16, value: &[u8], page: Option<&str>, of_file: bool) {
        let text = |value| match kind {
            0x1f => utf16(value),
            _ => string(value, page),
        };
        match (of_file, id) {
            (false, 0x1000) => self.text = text(value),
            (false, 0x1013) => self.html = value.to_vec(),
            (false, 0x1009) => self.rtf = unpacked(value).unwrap_or_default(),
            // The long name is better than the one of eight and three.
            (true, 0x3707) => {
                if let Some((name, _)) = self.files.last_mut() {
                    *name = text(value);
                }
            }
            (true, 0x3701) => {
                // An object begins with the identifier of its interface.
                let value = match kind {
                    0x0d => value.get(16..).unwrap_or(value),
                    _ => value,
                };
                if let Some((_, bytes)) = self.files.last_mut() {
                    *bytes = value.to_vec();
                }
            }
            _ => {}
        }
    }
}

/// One property of a list: its number, type and (first) value.
fn property<'b>(from: &mut Bytes<'b>) -> Option<(u16, u16, &'b [u8])> {
    let (kind, id) = (from.u16()?, from.u16()?);
    if id >= 0x8000 {
        from.take(16)?;
        match from.u32()? {
            0 => drop(from.take(4)?),
            _ => {
                let length = from.u32()? as usize;
                from.padded(length)?;
            }
        }
    }
    let many = kind & 0x1000 != 0;
    let kind = kind & 0x0fff;
    let counted = many || matches!(kind, 0x1e | 0x1f | 0x102 | 0x0d);
    let values = match counted {
        true => from.u32()?.min(PROPERTIES_MAX),
        false => 1,
    };
    let mut first: &[u8] = &[];
    for nth in 0..values {
        let value = match kind {
            0x02 | 0x0b => from.padded(2)?,
            0x03 | 0x04 | 0x0a | 0x01 => from.take(4)?,
            0x05 | 0x06 | 0x07 | 0x14 | 0x40 => from.take(8)?,
            0x48 => from.take(16)?,
            0x1e | 0x1f | 0x102 | 0x0d => {
                let length = from.u32()? as usize;
                from.padded(length)?
            }
            _ => return None,
        };
        if nth == 0 {
            first = value;
        }
    }
    Some((id, kind, first))
}

fn string(bytes: &[u8], page: Option<&str>) -> String {
    let bytes = bytes.split(|byte| *byte == 0).next().unwrap_or_default();
    charset::decode(bytes, page, None).text
}

fn utf16(bytes: &[u8]) -> String {
    let text = encoding_rs::UTF_16LE.decode_without_bom_handling(bytes).0;
    text.trim_end_matches('\0').to_owned()
}

/// Compressed rich text (MS-OXRTFCP): a window of 4 KB that begins with what every
/// such text begins with.
fn unpacked(packed: &[u8]) -> Option<Vec<u8>> {
    const START: &[u8] = b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";
    const UNPACKED_MAX: usize = 16 * 1024 * 1024;
    let mut from = Bytes(packed);
    let (_, size) = (from.u32()?, from.u32()? as usize);
    let (kind, _) = (from.u32()?, from.u32()?);
    match kind {
        0x414c_454d => return Some(from.0.get(..size).unwrap_or(from.0).to_vec()),
        0x7546_5a4c => {}
        _ => return None,
    }
    let size = size.min(UNPACKED_MAX).min(packed.len().saturating_mul(20));
    let mut out = START.to_vec();
    while out.len() < START.len() + size {
        let Some(flags) = from.u8() else { break };
        for bit in 0..8 {
            if flags & (1 << bit) == 0 {
                let Some(byte) = from.u8() else { break };
                out.push(byte);
                continue;
            }
            let (Some(high), Some(low)) = (from.u8(), from.u8()) else {
                break;
            };
            let pair = u16::from(high) << 8 | u16::from(low);
            let (offset, length) = (usize::from(pair >> 4), usize::from(pair & 15) + 2);
            let written = out.len() % 4096;
            if offset == written {
                return out.get(START.len()..).map(<[u8]>::to_vec);
            }
            let back = (written + 4096 - offset) % 4096;
            let begin = out.len().checked_sub(back)?;
            for at in begin..begin + length {
                out.push(out.get(at).copied()?);
            }
        }
    }
    out.get(START.len()..).map(<[u8]>::to_vec)
}

struct Bytes<'b>(&'b [u8]);

impl<'b> Bytes<'b> {
    fn take(&mut self, length: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    /// Values lie on borders of four bytes.
    fn padded(&mut self, length: usize) -> Option<&'b [u8]> {
        let value = self.take(length)?;
        let pad = (4 - length % 4) % 4;
        // The last value of a list may end without.
        self.take(pad.min(self.0.len()))?;
        Some(value)
    }

    fn u8(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes(self.take(2)?.try_into().ok()?))
    }

    fn u32(&mut self) -> Option<u32> {
        Some(u32::from_le_bytes(self.take(4)?.try_into().ok()?))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn attribute_of_file(id: u32, data: &[u8], out: &mut Vec<u8>) {
        let sum = data.iter().fold(0_u16, |sum, byte| sum + u16::from(*byte));
        out.push(2);
        out.extend(id.to_le_bytes());
        out.extend((data.len() as u32).to_le_bytes());
        out.extend(data);
        out.extend(sum.to_le_bytes());
    }

    #[test]
    fn an_empty_file_that_has_a_name_was_attached_and_one_without_was_not() {
        let mut bytes = SIGNATURE.to_le_bytes().to_vec();
        bytes.extend([1, 0]);
        attribute_of_file(0x9002, &[0; 14], &mut bytes);
        attribute_of_file(0x8010, b"tickets.txt\0", &mut bytes);
        attribute_of_file(0x9002, &[0; 14], &mut bytes);
        let its = read(&bytes).unwrap();
        assert!(!its.broken);
        assert_eq!(its.files, [("tickets.txt".to_owned(), Vec::new())]);
    }
}
