//! Text as it is searched: one analyser for both engines, so that a word has
//! the same hits on each. `analyse` turns text into tokens, `pieces` cuts a long
//! text into parts that an index can hold, `Query` reads what a person typed, and
//! `snippet` finds the place to show. Pure: no input or output, no clock.

mod analyse;
mod chinese;
mod fold;
mod pieces;
pub mod query;
mod snippet;

pub use analyse::{Token, analyse, is_paired, tokens};
pub use pieces::{Pieces, TOKENS_MAX, pieces};
pub use query::{Field, Part, Phrase, Query};
pub use snippet::{Mark, Snippet, marks, snippet};

/// Stands between two texts in one piece, so that no phrase runs across them; the
/// analyser never gives it out, nor any token with this sign in it.
pub const BREAK: &str = "_";
