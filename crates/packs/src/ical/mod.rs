//! Reading iCalendar files, for closures that an organisation keeps elsewhere.
