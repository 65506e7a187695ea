//! The leaf: what of an entry is public for ever. No personal data in it.
