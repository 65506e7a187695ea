//! How fast messages are read, and how much memory the worst of them takes:
//! `cargo run --release -p redress-mail --example reading -- [FOLDER]`. Without a
//! folder it makes its own: ordinary messages, a bomb of 3 MB and one of 30 MB.
#![allow(clippy::print_stdout, clippy::disallowed_methods)]

use redress_mail::{
    fate::{Desk, fate},
    reading::read,
};
use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

fn main() {
    let folder = std::env::args().nth(1);
    let messages = match &folder {
        Some(folder) => files(Path::new(folder)),
        None => made(),
    };
    let (mut bytes, mut slowest) = (0, (Duration::ZERO, 0));
    let begun = Instant::now();
    for message in &messages {
        let one = Instant::now();
        let read = read(message);
        fate(&read, &Desk::default());
        drop(read);
        bytes += message.len();
        slowest = slowest.max((one.elapsed(), message.len()));
    }
    let seconds = begun.elapsed().as_secs_f64();
    let n = messages.len();
    println!(
        "{n} messages, {:.1} MB in {seconds:.2} s: {:.0} a second; the slowest {:?} ({} bytes); peak memory {} (the messages themselves included)",
        bytes as f64 / 1e6,
        n as f64 / seconds,
        slowest.0,
        slowest.1,
        peak(),
    );
}

fn files(folder: &Path) -> Vec<Vec<u8>> {
    let (mut found, mut open): (Vec<Vec<u8>>, Vec<PathBuf>) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).into_iter().flatten().flatten() {
            let path = entry.path();
            match path.is_dir() {
                true => open.push(path),
                false => found.extend(fs::read(path)),
            }
        }
    }
    found
}

fn made() -> Vec<Vec<u8>> {
    let plain = "From: Ann <ann@example.org>\nSubject: Late ferry\nMessage-ID: <1@example.org>\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\nIt was three hours late and nobody told us why.\n--b\nContent-Type: text/html\n\n<p>It was <b>three hours</b> late and nobody told us why.</p>\n--b--\n";
    let mut all = vec![plain.as_bytes().to_vec(); 10_000];
    let level = |n: usize| format!("Content-Type: multipart/mixed; boundary=\"b{n}\"\n\n--b{n}\n");
    let levels: String = (0..52_000).map(level).collect();
    all.push(format!("From: eve@example.org\n{levels}").into_bytes());
    let line = format!("{}\n", "QUJD".repeat(19));
    let file = line.repeat(30_000_000 / line.len());
    all.push(format!("From: a@example.org\nContent-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\n{file}").into_bytes());
    all
}

fn peak() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.unwrap_or(" unknown").trim().to_owned()
}
