//! The working days of countries, as versioned data with their sources.

pub mod rules;
