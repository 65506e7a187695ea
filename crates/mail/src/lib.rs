//! Sending mail: one relay, or a folder of `.eml` files for whoever has none yet.
//! A letter carries the same Message-ID however often it is tried, so that a
//! retry after a lost answer is recognised as the same letter.
//!
//! And what arrives: `reading` takes a message apart, `fate` says what becomes of
//! it, `splitting` parts a reply from what it quotes. Pure; they record nothing.
//! `imap` fetches it.

pub mod authentication;
mod back;
mod body;
mod compose;
pub mod fate;
pub mod imap;
mod outgoing;
mod patience;
mod reach;
pub mod reading;
pub mod receiving;
mod relay;
mod smtp;
pub mod splitting;
#[cfg(test)]
mod tests;

pub use back::{About, Back, Receiving, Sender};
pub use compose::{Attachment, Letter, message_id};
pub use outgoing::{Outgoing, Went};
pub use patience::Deadline;
pub use relay::{NotSent, Post, Relay, Tls};
pub use smtp::Said;
