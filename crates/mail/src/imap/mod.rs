//! Fetching mail over IMAP: one session with one server, small enough to be read in
//! an evening (decision 64). It asks for little (numbers, sizes, raw bytes in pieces),
//! believes little of what comes back, has a limit for everything, and says as a
//! value what went wrong. It changes nothing on the server unless asked.

mod account;
mod dialogue;
mod entering;
mod fault;
mod folder;
mod reply;
mod session;
mod stream;
#[cfg(test)]
mod tests;
mod trial;
mod waiting;
mod wire;

pub use account::{Account, Secret};
pub use dialogue::{Dialogue, Said};
pub use fault::{Certificate, Fault};
pub use session::{Fetched, Listed, PIECE, Selected, Session};
pub use trial::{Found, Trial, trial};
pub use waiting::Woken;
