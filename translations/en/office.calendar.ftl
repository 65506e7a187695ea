# The office calendar, and what a change of dates would do, 6.2 and 6.4.
office-calendar = Working days
office-lead-calendar = Due dates skip days without work and days on which the office is closed. Nobody is reminded outside office hours.
field-hours-mon = Office hours on Monday
field-hours-mon-hint = Times with breaks, like this: 09:00-12:00, 13:00-17:00. Leave all seven days empty for 09:00 to 17:00; rule packs then count by their own hours. Hours on a day without work hold when that day is worked for another one.
field-hours-tue = Office hours on Tuesday
field-hours-wed = Office hours on Wednesday
field-hours-thu = Office hours on Thursday
field-hours-fri = Office hours on Friday
field-hours-sat = Office hours on Saturday
field-hours-sun = Office hours on Sunday
problem-hours = Please write times in their order, at most four, like this: 09:00-12:00, 13:00-17:00
problem-hours-missing = This day is worked. Please write its hours, or count it among the days without work.
hours-fewer = Fewer hours than the rules count
hours-fewer-so = Your office is open for fewer hours a week than these rule packs count by themselves. Limits in working hours therefore end later. Please make sure that the law lets them, or write the usual hours.
field-closed-days = Days on which the office is closed
field-closed-days-hint = One day or one run of days a line, with its name: 2026-12-24 – 2026-12-26 Christmas
problem-closed-line = Line { $n } cannot be read. Please write a date and then a name, like this: 2026-12-24 Christmas
problem-closed-many = Please write at most { $max } closed days
field-apply = For which complaints
apply-new = Those that arrive from now on
apply-open = The open ones as well: their dates are counted anew
effect-show = Show what it would do
effect-title = What counting the open complaints anew would do
effect-none-open = No complaint is open now.
effect-moved = { $n ->
    [0] No complaint would get another next date.
    [one] { $n } complaint would get another next date.
   *[other] { $n } complaints would get another next date.
}
effect-overdue = Overdue now: { $before }. Afterwards: { $after }.
effect-unseen = Only the { $n } complaints that are due next were looked at.
effect-first = Complaints that would move
effect-first-of = The first { $n } that would move
effect-reference = Complaint
effect-before = Next date now
effect-after = Next date then
effect-kept = A date that a complainant has been told is never moved later by this. That takes a letter about the delay, with its reason.
recount-title = Dates are being counted anew
recount-progress = { $done } of { $total } open complaints are right in the lists. This goes on by itself, also after a restart; the pages of all complaints are right already.
field-holidays = Public holidays
field-holidays-hint = These days are left out besides the weekend and your own closed days. Your own weekend holds, whatever the country’s is. Left open in the first set-up: those of the country of your time zone, where we have its list.
holidays-none = No public list: only the days below
holidays-KR = Republic of Korea
holidays-TW = Taiwan
holidays-CN = China (mainland)
holidays-LT = Lithuania
holidays-IR = Iran, weekend on Friday
holidays-IR-thu-fri = Iran, weekend on Thursday and Friday
holidays-GB-EAW = England and Wales
holidays-GB-SCT = Scotland
holidays-GB-NIR = Northern Ireland
holidays-US = United States (federal)
holidays-AU = Australia (national)
holidays-EU-TARGET = Euro payments (TARGET)
holidays-HK = Hong Kong
holidays-next = The next public holidays
holidays-newer = This release has a newer list of these holidays. It holds as soon as you save this page; look at the effect first.
holidays-unlisted = No list covers { $first } to { $last } yet. Dates in that time are counted as if there were no public holiday, so they come out too early rather than too late.
holidays-computed = The holidays from { $first } to { $last } follow from the published rule; the official list is not in this release. Days declared at short notice are missing: please enter them below as closed days.
holidays-no-next = This list names no holiday from today on.
calendar-file = Closed days from a calendar file
field-closures-file = Calendar file
field-closures-file-hint = iCalendar (.ics), at most { $kib } KiB. Whole days from today to the end of the year after next are taken. The file is read and shown first; nothing is kept before you save.
calendar-file-read = Read the file
problem-calendar-no-file = Please choose a calendar file first.
problem-calendar-file = The file was not taken. Line { $line }, expected there: { $expected }
problem-calendar-no-days = The file names no whole closed day from today on.
calendar-taken = Read from the file
calendar-taken-days = { $n ->
    [one] { $n } closed day stands in the form below.
   *[other] { $n } closed days stand in the form below.
}
calendar-taken-how = Nothing is kept yet: look at what would move, change what you like, and save.
calendar-left-out = Left out
calendar-left-out-line = Line { $line }:
calendar-left-out-more = { $n ->
    [one] And { $n } more
   *[other] And { $n } more
}
calendar-left-out-timed = an appointment with a time of day
calendar-left-out-cancelled = cancelled
calendar-left-out-other-years = in other years
calendar-left-out-worked = a working day
