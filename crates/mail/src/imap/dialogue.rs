//! What was said between us and the server, for whoever presses the test button.
//! Secrets never enter it, and of messages only their length.

use base64::{Engine, engine::general_purpose::STANDARD};
use std::collections::VecDeque;

/// Lines that are kept: the newest count.
const LINES_MAX: usize = 200;
const LINE_MAX: usize = 300;
const BLANK: &str = "•••";

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    Ours(String),
    Theirs(String),
    /// What happened between the lines: connected, encrypted, hung up.
    Note(&'static str),
}

#[derive(Debug, Clone, Default)]
pub struct Dialogue {
    said: VecDeque<Said>,
    secrets: Vec<String>,
}

impl Dialogue {
    /// From now on this is blanked wherever it turns up, also as base64.
    pub(super) fn hide(&mut self, secret: &str) {
        if secret.len() > 2 {
            self.secrets.push(secret.to_owned());
            self.secrets.push(STANDARD.encode(secret));
        }
    }

    pub(super) fn ours(&mut self, line: &str) {
        let line = self.blanked(line);
        self.keep(Said::Ours(line));
    }

    pub(super) fn theirs(&mut self, line: &[u8]) {
        let line = line.get(..4 * LINE_MAX).unwrap_or(line);
        // A body that came as a quoted string is a message, too.
        let upper = line.to_ascii_uppercase();
        let body = upper.windows(5).position(|five| five == b"BODY[");
        let line = match body {
            Some(at) if line.get(at..).is_some_and(|rest| rest.contains(&b'"')) => {
                line.get(..at + 5).unwrap_or_default()
            }
            _ => line,
        };
        let line = self.blanked(String::from_utf8_lossy(line).trim_end());
        self.keep(Said::Theirs(line));
    }

    pub(super) fn note(&mut self, what: &'static str) {
        self.keep(Said::Note(what));
    }

    fn blanked(&self, line: &str) -> String {
        let hidden = self
            .secrets
            .iter()
            .fold(line.to_owned(), |line, secret| line.replace(secret, BLANK));
        let plain = hidden
            .chars()
            .map(|c| if c.is_control() { '\u{fffd}' } else { c });
        plain.take(LINE_MAX).collect()
    }

    fn keep(&mut self, said: Said) {
        if self.said.len() >= LINES_MAX {
            self.said.pop_front();
        }
        self.said.push_back(said);
    }

    pub fn lines(&self) -> impl Iterator<Item = &Said> {
        self.said.iter()
    }
}
