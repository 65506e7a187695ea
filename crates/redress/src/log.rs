//! The log: one line for each event, on standard error. What strangers send can reach
//! it inside an error's text; a line end in it must not look like a line of ours, and
//! a terminal must not obey it. Leaves no evidence: facts are in the journal.

use std::io::{self, Write};
use tracing_subscriber::EnvFilter;

pub fn begin() {
    let filter = EnvFilter::try_from_env("REDRESS_LOG")
        .unwrap_or_else(|_| EnvFilter::new("warn,redress=info"));
    tracing_subscriber::fmt()
        .with_ansi(false)
        .with_writer(|| OneLine(io::stderr()))
        .with_env_filter(filter)
        .init();
}

/// Takes an event at a time, as the subscriber hands it over, and ends it once.
pub struct OneLine<W>(pub W);

impl<W: Write> Write for OneLine<W> {
    fn write(&mut self, event: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8_lossy(event);
        let (line, end) = match text.strip_suffix('\n') {
            Some(line) => (line, "\n"),
            None => (&*text, ""),
        };
        let mut whole = String::with_capacity(text.len());
        for sign in line.chars() {
            match is_harmless(sign) {
                true => whole.push(sign),
                false => whole.extend(sign.escape_unicode()),
            }
        }
        self.0.write_all((whole + end).as_bytes())?;
        Ok(event.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// No line end of any kind, no command to a terminal, nothing that turns a line round.
fn is_harmless(sign: char) -> bool {
    let turns = matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    !sign.is_control() && !turns && !matches!(sign, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use std::sync::{Arc, Mutex};

    #[derive(Clone, Default)]
    struct Page(Arc<Mutex<Vec<u8>>>);

    impl Write for Page {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn logged(error: &str) -> String {
        let page = Page::default();
        let shown = page.clone();
        let _second = tracing::Dispatch::new(tracing_subscriber::registry());
        let subscriber = tracing_subscriber::fmt()
            .with_ansi(false)
            .with_writer(move || OneLine(shown.clone()))
            .finish();
        tracing::subscriber::with_default(subscriber, || {
            tracing::error!(%error, "a request failed");
        });
        let bytes = page.0.lock().unwrap().clone();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn a_strangers_line_end_begins_no_line_of_ours() {
        let forged = "no such table\r\n2026-03-02T07:00:00Z INFO redress: all is well";
        let log = logged(forged);
        assert_eq!(log.lines().count(), 1, "{log}");
        assert!(
            log.ends_with('\n') && log.contains("\\u{d}\\u{a}2026"),
            "{log}"
        );
    }

    #[test]
    fn a_terminal_obeys_nothing_and_no_line_is_turned_round() {
        let log = logged("\u{1b}[2J\u{7}\u{9b}31m \u{202e}desrever \u{2028}next");
        assert!(
            log.trim_end_matches('\n').chars().all(is_harmless),
            "{log:?}"
        );
        assert!(logged("여객선 کشتی ⛴").contains("여객선 کشتی ⛴"));
    }
}
