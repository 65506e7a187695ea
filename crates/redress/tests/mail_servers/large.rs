//! The largest messages that anybody can send us: a bomb of parts within parts, and one
//! file as large as a message may be. For the test of memory and for the bench.

pub const MEGABYTE: usize = 1 << 20;

pub fn head(number: u32, kind: &str) -> Vec<u8> {
    format!(
        "From: Rasa <rasa{number}@example.lt>\r\nTo: care@blueferry.example\r\nSubject: Large {number}\r\nMessage-ID: <{number}@example.lt>\r\nMIME-Version: 1.0\r\nContent-Type: {kind}\r\n"
    )
    .into_bytes()
}

/// Parts within parts without end.
pub fn bomb(number: u32) -> Vec<u8> {
    let mut bytes = head(number, "multipart/mixed; boundary=\"b0\"");
    let mut level = 1;
    while bytes.len() < 3 * MEGABYTE {
        let next = format!(
            "\r\n--b{}\r\nContent-Type: multipart/mixed; boundary=\"b{level}\"\r\n",
            level - 1
        );
        bytes.extend_from_slice(next.as_bytes());
        level += 1;
    }
    bytes.extend_from_slice(b"\r\n");
    bytes
}

/// Lines as base64 has them; every thousandth other than those before it.
pub fn lines(until: usize, bytes: &mut Vec<u8>) {
    while bytes.len() < until {
        let line = format!("{:016}", bytes.len()).repeat(4);
        let many = (until - bytes.len()).div_ceil(66).min(1_000);
        bytes.extend_from_slice(format!("{line}\r\n").repeat(many).as_bytes());
    }
}

/// One file, as large as the message may be.
pub fn with_file(number: u32, megabytes: usize) -> Vec<u8> {
    let mut bytes = head(number, "multipart/mixed; boundary=x");
    bytes.extend_from_slice(b"\r\n--x\r\nContent-Type: text/plain\r\n\r\nSee the film.\r\n--x\r\nContent-Type: video/mp4; name=quay.mp4\r\nContent-Transfer-Encoding: base64\r\n\r\n");
    lines(megabytes * MEGABYTE - 100, &mut bytes);
    bytes.extend_from_slice(b"--x--\r\n");
    bytes
}
