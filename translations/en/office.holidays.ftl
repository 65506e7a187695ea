# Public holidays that no list has yet, 6.2.
office-public-holidays = Newly declared holidays
office-lead-public-holidays = When a day is declared a public holiday at short notice, or a working day is added, the time limits of open complaints move with it by law. Decide it here; what it would do is shown first.
field-list = Whose public holidays
field-list-day = Day
field-day-is = This day is
day-is-off = not worked
day-is-works = worked
day-is-listed = as the list says
field-day-name = Why
field-day-name-hint = For example: temporary public holiday by decree of 14 January
field-newest-list = Count over the newest list of this release
field-newest-list-hint = Complaints that are open keep to the list of their day of receipt until you decide otherwise.
holidays-lists = The lists that count here
holidays-lists-none = No pack of rules and no list of public holidays is in use yet. Choose them under Rules and time limits or Working days.
holidays-version = Version
holidays-list-newer = This release has a newer list. Tick the newest list above to count open complaints by it.
holidays-as-listed = No day is decided otherwise than the list says.
