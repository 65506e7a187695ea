//! Sending mail: one relay, or a folder of `.eml` files for whoever has none yet.
//! A letter carries the same Message-ID however often it is tried, so that a
//! retry after a lost answer is recognised as the same letter.

mod compose;
mod outgoing;
mod relay;
#[cfg(test)]
mod tests;

pub use compose::{Attachment, Letter, message_id};
pub use outgoing::{Outgoing, Went};
pub use relay::{NotSent, Post, Relay, Tls};
