//! The desk at Blue Ferry Co., through the router: calls, the list, the case
//! page, its verbs, and what leaves the house.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests"
)]

mod api;
mod away;
mod both_sides;
mod bundle;
mod case;
#[allow(
    clippy::disallowed_methods,
    reason = "whoever runs the tests names the cluster"
)]
#[path = "../support/engines.rs"]
mod engines;
mod files;
mod identity;
mod inbox;
#[allow(
    dead_code,
    clippy::disallowed_methods,
    reason = "this binary asks about pages alone"
)]
#[path = "../proving/judges.rs"]
mod judges;
mod live;
mod logo;
mod mails;
mod mentions;
mod notices;
mod objectivity;
mod objectivity_at_random;
mod office;
mod outbox;
mod phone;
mod proof;
mod sensitive;
#[path = "../support/smtp_sink.rs"]
mod smtp_sink;
mod units;
mod updates;
