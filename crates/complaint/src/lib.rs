//! The complaint itself: its facts, the value they fold into, who may see it,
//! what can be done to it now, and how it is found and shown. Chapters of the
//! standard add their slices to this; nothing here knows them.

// The case as one JSON value is one macro call.
#![recursion_limit = "256"]

pub mod api;
pub mod at;
pub mod authority;
pub mod bulk;
pub mod bundle;
pub mod calls;
pub mod case;
pub mod chapter;
pub mod clocks;
pub mod composing;
pub mod desk;
pub mod door;
pub mod facts;
pub mod figures;
pub mod health;
pub mod house;
pub mod identity;
pub mod inbox;
pub mod live;
pub mod menu;
pub mod objectivity;
pub mod obligations;
pub mod palette;
pub mod panel;
pub mod proof;
pub mod record;
pub mod related;
pub mod routes;
pub mod search;
pub mod second;
pub mod significance;
pub mod slice;
pub mod telling;
pub mod texts;
pub mod unconfirmed;
pub mod verb;
pub mod views;
pub mod why;

pub use case::{Complaint, Stage};
pub use facts::Happened;
pub use house::House;
pub use slice::Slice;
pub use verb::{Decided, Verb};
