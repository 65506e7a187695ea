//! Clause 7: the operation of the complaints-handling process, a folder for
//! each step. The steps do not know each other; they meet in the complaint's facts.

pub mod assessment;
pub mod assignment;
pub mod concern;
pub mod investigation;
pub mod links;
pub mod notes;
#[cfg(test)]
mod tests_support;
