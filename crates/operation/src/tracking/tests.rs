//! Decisions of this room as sentences about Blue Ferry Co.
