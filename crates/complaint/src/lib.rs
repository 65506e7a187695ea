//! complaint
