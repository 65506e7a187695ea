//! The pure kernel: what a complaint office is made of, without any input or
//! output. No database, no clock, no randomness, no HTML: time, actor and
//! randomness come in as arguments, so every decision can be tested as a value.

pub mod calendar;
pub mod clauses;
pub mod clock;
pub mod content;
pub mod deadline;
pub mod direction;
pub mod excerpt;
pub mod fields;
pub mod holidays;
pub mod id;
pub mod indicator;
pub mod instant;
pub mod intake_limits;
pub mod journal;
pub mod lang;
pub mod mail_limits;
pub mod money;
pub mod network;
pub mod objectivity;
pub mod organisation;
pub mod person;
pub mod personal;
pub mod portal;
pub mod provider;
pub mod reference;
pub mod refusal;
pub mod retention;
pub mod significance;
pub mod terms;
pub mod tongue;
pub mod words;

pub use id::Id;
pub use instant::Instant;
pub use journal::{By, Draft, Entry, Erasable, Fact};
pub use lang::Lang;
pub use network::Network;
pub use organisation::Organisation;
pub use person::{Action, Actor, Role};
pub use refusal::Refusal;
