//! What can go wrong with a mail server, as a value: whose turn it is follows from it.

use std::{fmt, io};

/// What is wrong with a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certificate {
    Expired,
    NotYetValid,
    /// It is for another name.
    OtherName,
    /// Nobody whom we believe has signed it.
    UnknownIssuer,
    Bad,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The name leads nowhere.
    Unknown,
    /// Where it leads, no mail server is to be looked for; or it would be in the clear.
    OutOfBounds,
    /// Nobody answers there.
    NotReached,
    /// It took longer than our patience.
    Slow,
    /// The connection ended in the middle.
    Cut,
    Certificate(Certificate),
    /// It speaks, but not TLS.
    NotTls,
    /// It offers no change to TLS (STARTTLS).
    NoStarttls,
    /// It speaks, but not IMAP.
    NotImap,
    /// User and password, or the token, are not taken.
    LoginRefused,
    /// It offers no way of signing in that we know.
    NoWayIn,
    /// Not now: too many connections, maintenance, a lock.
    Busy,
    /// It said goodbye by itself.
    Goodbye,
    NoFolder,
    /// It refused this command.
    Refused(&'static str),
    /// What it said makes no sense, or is longer than it may be.
    Senseless,
    /// The numbers of this folder count no more: `was`, `is`.
    Renumbered(u32, u32),
    /// Larger than we take.
    TooLarge(u64),
}

impl Fault {
    /// The name under which it is written down and has its sentence.
    pub const fn code(&self) -> &'static str {
        match self {
            Fault::Unknown => "unknown",
            Fault::OutOfBounds => "out-of-bounds",
            Fault::NotReached => "not-reached",
            Fault::Slow => "slow",
            Fault::Cut => "cut",
            Fault::Certificate(Certificate::Expired) => "certificate-expired",
            Fault::Certificate(Certificate::NotYetValid) => "certificate-not-yet-valid",
            Fault::Certificate(Certificate::OtherName) => "certificate-other-name",
            Fault::Certificate(Certificate::UnknownIssuer) => "certificate-unknown-issuer",
            Fault::Certificate(Certificate::Bad) => "certificate-bad",
            Fault::NotTls => "not-tls",
            Fault::NoStarttls => "no-starttls",
            Fault::NotImap => "not-imap",
            Fault::LoginRefused => "login-refused",
            Fault::NoWayIn => "no-way-in",
            Fault::Busy => "busy",
            Fault::Goodbye => "goodbye",
            Fault::NoFolder => "no-folder",
            Fault::Refused(_) => "refused",
            Fault::Senseless => "senseless",
            Fault::Renumbered(..) => "renumbered",
            Fault::TooLarge(_) => "too-large",
        }
    }

    /// By the name under which it was written down, without its particulars.
    pub fn named(code: &str) -> Option<Fault> {
        Fault::ALL.into_iter().find(|fault| fault.code() == code)
    }

    pub const ALL: [Fault; 22] = [
        Fault::Unknown,
        Fault::OutOfBounds,
        Fault::NotReached,
        Fault::Slow,
        Fault::Cut,
        Fault::Certificate(Certificate::Expired),
        Fault::Certificate(Certificate::NotYetValid),
        Fault::Certificate(Certificate::OtherName),
        Fault::Certificate(Certificate::UnknownIssuer),
        Fault::Certificate(Certificate::Bad),
        Fault::NotTls,
        Fault::NoStarttls,
        Fault::NotImap,
        Fault::LoginRefused,
        Fault::NoWayIn,
        Fault::Busy,
        Fault::Goodbye,
        Fault::NoFolder,
        Fault::Refused(""),
        Fault::Senseless,
        Fault::Renumbered(0, 0),
        Fault::TooLarge(0),
    ];

    /// It will not go away by itself: somebody has to change a setting.
    pub const fn needs_a_person(&self) -> bool {
        matches!(
            self,
            Fault::OutOfBounds
                | Fault::Certificate(_)
                | Fault::NotTls
                | Fault::NoStarttls
                | Fault::NotImap
                | Fault::LoginRefused
                | Fault::NoWayIn
                | Fault::NoFolder
        )
    }

    pub(super) fn of(error: &io::Error) -> Fault {
        if let Some(tls) = error
            .get_ref()
            .and_then(|e| e.downcast_ref::<rustls::Error>())
        {
            return Fault::of_tls(tls);
        }
        match error.kind() {
            io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut => Fault::Slow,
            io::ErrorKind::ConnectionRefused
            | io::ErrorKind::HostUnreachable
            | io::ErrorKind::NetworkUnreachable => Fault::NotReached,
            _ => Fault::Cut,
        }
    }

    pub(super) fn of_tls(error: &rustls::Error) -> Fault {
        use rustls::{CertificateError as Its, Error};
        match error {
            Error::InvalidCertificate(its) => Fault::Certificate(match its {
                Its::Expired | Its::ExpiredContext { .. } => Certificate::Expired,
                Its::NotValidYet | Its::NotValidYetContext { .. } => Certificate::NotYetValid,
                Its::NotValidForName | Its::NotValidForNameContext { .. } => Certificate::OtherName,
                Its::UnknownIssuer => Certificate::UnknownIssuer,
                _ => Certificate::Bad,
            }),
            Error::InvalidMessage(_) => Fault::NotTls,
            Error::NoCertificatesPresented | Error::UnsupportedNameType => {
                Fault::Certificate(Certificate::Bad)
            }
            _ => Fault::Cut,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Refused(what) => write!(f, "refused: {what}"),
            other => f.write_str(other.code()),
        }
    }
}

impl std::error::Error for Fault {}
