//! Clause 7: the operation of the complaints-handling process, a folder for
//! each step. The steps do not know each other; they meet in the complaint's facts.

pub mod acknowledgement;
pub mod assessment;
pub mod assignment;
pub mod closing;
pub mod concern;
pub mod conflict;
pub mod decision;
pub mod investigation;
pub mod links;
pub mod messages;
pub mod notes;
pub mod receipt;
pub mod response;
#[cfg(test)]
mod tests_support;
pub mod time_limits;
pub mod tracking;
