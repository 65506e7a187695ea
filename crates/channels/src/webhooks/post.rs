//! A telling on its way: posted through the one way out of the house, and what the
//! answer's status means. No body of an answer is read.

use axum::http::Method;
use redress_kernel::Network;
use redress_office::egress::{NotReached, Outbound, Target, Wrong, send};

pub use redress_office::egress::TIMEOUT;

/// Why a telling was not taken; `outcome-{code}` says what to do about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotTaken {
    Address(Wrong),
    /// The name leads nowhere.
    Unknown,
    /// Nobody listens there.
    Refused,
    /// The certificate is not good.
    Certificate,
    Timeout,
    Redirect,
    /// The receiver wants nothing more, ever.
    Gone,
    Status(u16),
    /// It hung up in the middle.
    Broken,
}

impl NotTaken {
    pub fn code(self) -> String {
        match self {
            NotTaken::Address(wrong) => wrong.name().to_owned(),
            NotTaken::Unknown => "unknown".to_owned(),
            NotTaken::Refused => "refused".to_owned(),
            NotTaken::Certificate => "certificate".to_owned(),
            NotTaken::Timeout => "timeout".to_owned(),
            NotTaken::Redirect => "redirect".to_owned(),
            NotTaken::Gone => "gone".to_owned(),
            NotTaken::Status(status) => format!("status {status}"),
            NotTaken::Broken => "broken".to_owned(),
        }
    }
}

impl From<NotReached> for NotTaken {
    fn from(not: NotReached) -> NotTaken {
        match not {
            NotReached::Address(wrong) => NotTaken::Address(wrong),
            NotReached::Unknown => NotTaken::Unknown,
            NotReached::Refused => NotTaken::Refused,
            NotReached::Certificate => NotTaken::Certificate,
            NotReached::Timeout => NotTaken::Timeout,
            NotReached::TooLong | NotReached::Broken => NotTaken::Broken,
        }
    }
}

/// Everything that is posted.
pub struct Parcel {
    pub target: Target,
    pub headers: [(&'static str, String); 3],
    pub body: String,
}

pub async fn post(parcel: Parcel, trusted: &[Network]) -> Result<(), NotTaken> {
    let json = ("content-type", "application/json".to_owned());
    let outbound = Outbound {
        method: Method::POST,
        target: parcel.target,
        headers: std::iter::once(json).chain(parcel.headers).collect(),
        body: parcel.body.into_bytes(),
        reads: false,
    };
    match send(outbound, trusted).await?.status {
        200..=299 => Ok(()),
        300..=399 => Err(NotTaken::Redirect),
        410 => Err(NotTaken::Gone),
        status => Err(NotTaken::Status(status)),
    }
}
