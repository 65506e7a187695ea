//! The complainant's acts.
