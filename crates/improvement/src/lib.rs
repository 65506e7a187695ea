//! Clause 8: maintenance and improvement, a folder for each room. They meet in
//! facts, manifests and the figures of the complaint.

pub mod corrective_action;
pub mod monitoring;
