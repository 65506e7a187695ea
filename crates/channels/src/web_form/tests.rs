//! Answers as people give them.
