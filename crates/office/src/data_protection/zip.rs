//! Files in one archive, unpacked as they are (ZIP, method 0): every system opens it
//! without a program of ours.

/// Names and bytes, in order.
#[derive(Default)]
pub struct Zip {
    bytes: Vec<u8>,
    directory: Vec<u8>,
    files: u16,
}

/// 1 January 1980: the archive says nothing of when it was made.
const DATE: u16 = 0x21;
/// Names are UTF-8.
const UTF8: u16 = 0x0800;

impl Zip {
    pub fn add(&mut self, name: &str, bytes: &[u8]) {
        let at = self.bytes.len() as u32;
        let head = head(name, bytes);
        self.bytes.extend(0x0403_4b50_u32.to_le_bytes());
        self.bytes.extend(&head);
        self.bytes.extend(name.as_bytes());
        self.bytes.extend(bytes);
        self.directory.extend(0x0201_4b50_u32.to_le_bytes());
        self.directory.extend(20_u16.to_le_bytes());
        self.directory.extend(&head);
        // No comment, disk, attributes.
        self.directory.extend([0; 10]);
        self.directory.extend(at.to_le_bytes());
        self.directory.extend(name.as_bytes());
        self.files = self.files.saturating_add(1);
    }

    pub fn end(mut self) -> Vec<u8> {
        let (at, long) = (self.bytes.len() as u32, self.directory.len() as u32);
        self.bytes.append(&mut self.directory);
        self.bytes.extend(0x0605_4b50_u32.to_le_bytes());
        self.bytes.extend([0; 4]);
        self.bytes.extend(self.files.to_le_bytes());
        self.bytes.extend(self.files.to_le_bytes());
        self.bytes.extend(long.to_le_bytes());
        self.bytes.extend(at.to_le_bytes());
        self.bytes.extend([0; 2]);
        self.bytes
    }
}

/// What both places say of a file, up to the length of the extra field.
fn head(name: &str, bytes: &[u8]) -> Vec<u8> {
    let long = (bytes.len() as u32).to_le_bytes();
    let mut head = Vec::with_capacity(26);
    for word in [20, UTF8, 0, 0, DATE] {
        head.extend(u16::to_le_bytes(word));
    }
    head.extend(crc32(bytes).to_le_bytes());
    head.extend(long);
    head.extend(long);
    head.extend((name.len() as u16).to_le_bytes());
    head.extend([0; 2]);
    head
}

fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32| match crc & 1 {
        1 => (crc >> 1) ^ 0xedb8_8320,
        _ => crc >> 1,
    };
    let byte = |crc: u32, byte: &u8| (0..8).fold(crc ^ u32::from(*byte), |crc, _| step(crc));
    !bytes.iter().fold(u32::MAX, byte)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;

    #[test]
    fn the_sum_is_the_one_that_everybody_counts() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        assert_eq!(crc32(b""), 0);
    }

    #[test]
    fn an_archive_tells_where_each_file_lies() {
        let mut zip = Zip::default();
        zip.add("data.json", b"{}");
        zip.add("files/عکس.jpg", b"picture");
        let bytes = zip.end();
        let number = |at: usize, long: usize| -> usize {
            (0..long)
                .rev()
                .fold(0, |n, i| n << 8 | usize::from(bytes[at + i]))
        };
        let end = bytes.len() - 22;
        assert_eq!(number(end, 4), 0x0605_4b50);
        assert_eq!((number(end + 8, 2), number(end + 10, 2)), (2, 2));
        let (long, directory) = (number(end + 12, 4), number(end + 16, 4));
        assert_eq!(directory + long, end);
        let first = number(directory + 42, 4);
        assert_eq!((first, number(first, 4)), (0, 0x0403_4b50));
        let name = &bytes[directory + 46..directory + 46 + number(directory + 28, 2)];
        assert_eq!(name, b"data.json");
    }
}
