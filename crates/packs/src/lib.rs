//! What the law and the calendar say, as data: rule packs (time limits with
//! their source, confidence and golden cases) and the working days of countries.
//! Data lies beside this crate in `rules/` and `calendars/`; here it is read,
//! checked and handed to the clocks of the kernel. Nothing is recorded here.

pub mod calendars;
pub mod ical;
pub mod pack;
