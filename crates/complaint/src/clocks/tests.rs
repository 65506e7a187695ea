//! Clocks of packs on one small complaint.
