//! What every page shares: the words in six languages, dates and numbers as each
//! language writes them, the frames round a page, the form kit, the reading of
//! requests, and the guard at the door. It knows nothing of complaints.

pub mod assets;
pub mod chart;
pub mod csv;
pub mod form;
pub mod format;
pub mod frame;
pub mod guard;
mod html;
mod icon;
mod qr;
pub mod request;
mod voice;
pub mod words;

pub use format::Format;
pub use frame::Page;
pub use guard::{Door, Trouble};
pub use html::Html;
pub use icon::icon;
pub use qr::qr;
pub use request::{Sent, Upload, Visit};
pub use voice::{Sentence, Voice};
pub use words::Words;
