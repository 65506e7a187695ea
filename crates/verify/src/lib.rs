//! The outsider's verifier: reads receipts and exported journals and says what they
//! prove, without a server, a database or a network. Written from the formats in
//! docs/verify.md, apart from the code that makes them, so that a mistake in one is
//! seen by the other. `/verify` asks the same functions. Leaves no evidence: it checks
//! what others left.

pub mod bundle;
pub mod canonical;
mod committed;
pub mod folder;
mod hexadecimal;
pub mod journal;
pub mod leaf;
pub mod note;
pub mod page;
pub mod receipt;
pub mod time;
pub mod tree;

pub use hexadecimal::hex;
pub use leaf::Leaf;
pub use note::{Key, Note, Unsigned};
pub use receipt::{Proved, Receipt, Unreadable, Wrong};
