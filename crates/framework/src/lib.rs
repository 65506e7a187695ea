//! Clause 5: the complaints-handling framework, a folder for each room, and the map
//! of all clauses with the evidence that the house has for each.

pub mod overview;
pub mod policy;
pub mod significance;
