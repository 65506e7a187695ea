//! Reading a request: who reads in which language, and what they sent.

mod body;
mod json;
mod language;
mod taste;
mod visit;
mod whence;

pub use body::{FILE_MAX, FILES_MAX, Sent, Upload};
pub use json::flattened;
pub use language::{Preference, chosen};
pub use taste::{After, Part, QUIET, Taste, Theme};
pub use visit::Visit;
pub use whence::Whence;
