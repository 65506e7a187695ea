//! Being brought mail, over SMTP or LMTP (RFC 5321, 2033): a session as a pure machine
//! that is given bytes and says what to answer, what to keep and when to change over to
//! TLS. It decides nothing about a message, promises nothing before it is kept, and has
//! a limit for everything (decision 78).

mod command;
mod data;
mod session;
#[cfg(test)]
mod tests;

pub use data::SIZE_MAX;
pub use session::{Act, Answer, Envelope, House, Protocol, Session};
