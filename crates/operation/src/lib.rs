//! Clause 7: the operation of the complaints-handling process, a folder for
//! each step. The steps do not know each other; they meet in the complaint's facts.

#[cfg(test)]
mod tests_support;
