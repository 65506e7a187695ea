//! Where letters go: a relay that speaks SMTP, or a folder.

use crate::{
    Letter,
    compose::message_id,
    smtp::{Parcel, Said, Visit},
};
use serde::{Deserialize, Serialize};
use std::{fmt, fs, path::PathBuf};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tls {
    /// Only for a relay on this machine.
    None,
    /// Port 587: begins in the clear and must change over before anything is said.
    #[default]
    Starttls,
    /// Port 465.
    Implicit,
}

#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Relay {
    pub host: String,
    pub port: u16,
    #[serde(default)]
    pub tls: Tls,
    #[serde(default)]
    pub user: String,
    #[serde(default)]
    pub password: String,
    /// The address that we write from.
    pub from: String,
}

/// The password stays out of every log.
impl fmt::Debug for Relay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Relay({}:{})", self.host, self.port)
    }
}

/// Where letters go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Post {
    Relay(Relay),
    /// Each letter becomes `{message-id}.eml` in `folder`.
    Folder {
        folder: PathBuf,
        from: String,
    },
}

/// Why a letter did not leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotSent {
    /// Not now (a 4xx, no connection, a full disk): worth another try.
    Later(String),
    /// Never by this way (a 5xx, an address that is none); the status code, if
    /// there was one. The relay's text could quote an address and is not kept.
    Never(Option<i64>),
    /// Our own settings are wrong: the address we write from, the host, its certificate.
    Misconfigured,
}

impl Post {
    pub fn from(&self) -> &str {
        match self {
            Post::Relay(relay) => &relay.from,
            Post::Folder { from, .. } => from,
        }
    }

    /// Hands the letter over; `Ok` only when the other side took it.
    pub fn send(&self, letter: &Letter) -> Result<(), NotSent> {
        match self {
            Post::Relay(relay) => relay.gives(letter),
            Post::Folder { folder, from } => {
                let message = letter.message(from)?;
                let id = message_id(letter.id, from);
                let name = format!("{}.eml", id.trim_matches(['<', '>']));
                fs::create_dir_all(folder)
                    .and_then(|()| fs::write(folder.join(name), message.formatted()))
                    .map_err(|error| NotSent::Later(error.kind().to_string()))
            }
        }
    }
}

impl Relay {
    /// Sends it now; what was said, and what became of it.
    pub fn try_out(&self, letter: &Letter) -> (Vec<Said>, Result<(), NotSent>) {
        self.visit(|visit| self.handed(letter, visit))
    }

    /// Sends it, and says goodbye while the outcome is being recorded already: whoever is
    /// killed between the relay's word and the record sends the letter again.
    fn gives(&self, letter: &Letter) -> Result<(), NotSent> {
        let mut visit = Visit::begin(self, &mut Vec::new())?;
        let done = self.handed(letter, &mut visit);
        // Where no thread can be had the line is hung up without a word.
        let goodbye = std::thread::Builder::new().spawn(move || visit.end());
        drop(goodbye);
        done
    }

    fn handed(&self, letter: &Letter, visit: &mut Visit) -> Result<(), NotSent> {
        let message = letter.message(&self.from)?;
        visit.hand_over(&Parcel {
            envelope: message.envelope(),
            name: &message_id(letter.id, &self.from),
            text: &message.formatted(),
        })
    }

    /// Says hello and goodbye: for the test button.
    pub fn answers(&self) -> Result<(), NotSent> {
        self.visit(Visit::is_there).1
    }

    fn visit(
        &self,
        what: impl FnOnce(&mut Visit) -> Result<(), NotSent>,
    ) -> (Vec<Said>, Result<(), NotSent>) {
        let mut said = Vec::new();
        match Visit::begin(self, &mut said) {
            Ok(mut visit) => {
                let done = what(&mut visit);
                (visit.end(), done)
            }
            Err(why) => (said, Err(why)),
        }
    }
}
