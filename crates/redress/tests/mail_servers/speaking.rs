//! A mail server that hands one message over, by SMTP or LMTP.

use std::{
    io::{BufRead, BufReader, Write},
    net::TcpStream,
    time::{Duration, Instant},
};

/// How long anything may take on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(120);

/// The last answer. `bytes` are lines that end with CR LF, none of them with a dot first.
pub fn hand_over(port: u16, hello: &str, from: &str, to: &[&str], bytes: &[u8]) -> String {
    let mut stream = connected(port);
    let mut answers = BufReader::new(stream.try_clone().unwrap());
    heard(&mut answers);
    let mail = format!("MAIL FROM:<{from}>");
    let rcpt = to.iter().map(|to| format!("RCPT TO:<{to}>"));
    let all: Vec<String> = [format!("{hello} out.example"), mail]
        .into_iter()
        .chain(rcpt)
        .chain(["DATA".to_owned()])
        .collect();
    for line in all {
        stream.write_all(format!("{line}\r\n").as_bytes()).unwrap();
        let answer = heard(&mut answers);
        assert!(answer.starts_with(['2', '3']), "{line}: {answer}");
    }
    stream.write_all(bytes).unwrap();
    stream.write_all(b".\r\n").unwrap();
    heard(&mut answers)
}

/// A port that opens soon.
fn connected(port: u16) -> TcpStream {
    let began = Instant::now();
    loop {
        match TcpStream::connect(("127.0.0.1", port)) {
            Ok(stream) => {
                stream.set_read_timeout(Some(PATIENCE)).unwrap();
                return stream;
            }
            Err(error) => assert!(began.elapsed() < PATIENCE, "{port}: {error}"),
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn heard(answers: &mut impl BufRead) -> String {
    loop {
        let mut line = String::new();
        assert!(answers.read_line(&mut line).unwrap() > 0, "it hung up");
        if line.as_bytes().get(3) != Some(&b'-') {
            return line;
        }
    }
}
