//! Where letters go: a relay that speaks SMTP, or a folder.

use crate::{Letter, compose::message_id};
use lettre::{
    SmtpTransport, Transport,
    transport::smtp::{
        authentication::Credentials,
        client::{Tls as Client, TlsParameters},
        extension::ClientId,
    },
};
use serde::{Deserialize, Serialize};
use std::{fmt, fs, path::PathBuf, time::Duration};

/// A relay that takes longer than this is tried again later.
const TIMEOUT: Duration = Duration::from_secs(30);

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
        let message = letter.message(self.from())?;
        match self {
            Post::Relay(relay) => relay
                .transport()?
                .send(&message)
                .map(|_| ())
                .map_err(not_sent),
            Post::Folder { folder, from } => {
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
    /// Says hello and goodbye: for the test button.
    pub fn answers(&self) -> Result<(), NotSent> {
        match self.transport()?.test_connection() {
            Ok(true) => Ok(()),
            Ok(false) => Err(NotSent::Later("the relay hung up".to_owned())),
            Err(error) => Err(not_sent(error)),
        }
    }

    fn transport(&self) -> Result<SmtpTransport, NotSent> {
        let parameters =
            || TlsParameters::new(self.host.clone()).map_err(|_| NotSent::Misconfigured);
        let tls = match self.tls {
            Tls::None => Client::None,
            Tls::Starttls => Client::Required(parameters()?),
            Tls::Implicit => Client::Wrapper(parameters()?),
        };
        let plain = SmtpTransport::builder_dangerous(self.host.clone())
            .port(self.port)
            .tls(tls)
            .timeout(Some(TIMEOUT))
            .hello_name(self.hello());
        Ok(match self.user.as_str() {
            "" => plain.build(),
            user => plain
                .credentials(Credentials::new(user.to_owned(), self.password.clone()))
                .build(),
        })
    }

    /// We greet with the domain that we write from, not with this machine's name.
    fn hello(&self) -> ClientId {
        let domain = self.from.rsplit('@').next().unwrap_or_default();
        ClientId::Domain(if domain.is_empty() {
            "localhost".to_owned()
        } else {
            domain.to_owned()
        })
    }
}

fn not_sent(error: lettre::transport::smtp::Error) -> NotSent {
    let code = error.status().map(|code| i64::from(u16::from(code)));
    match code {
        // The relay does not let us in: a matter of settings, not of this letter.
        Some(530 | 534 | 535) => NotSent::Misconfigured,
        Some(code) if error.is_permanent() => NotSent::Never(Some(code)),
        Some(code) => NotSent::Later(code.to_string()),
        None if error.is_client() => NotSent::Never(None),
        None if error.is_tls() => NotSent::Misconfigured,
        None => NotSent::Later("no connection".to_owned()),
    }
}
