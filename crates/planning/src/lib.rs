//! Clause 6: planning, design and development, a folder for each room.

pub mod objective;
