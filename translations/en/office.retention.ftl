# Retention periods of closed complaints, 8.1.
office-retention = Retention periods
office-lead-retention = How long names, contact details and texts of closed complaints are kept.
field-retention-complaint = Complaints (months)
field-retention-complaint-hint = Counted from the closing, 1 to 600 months
field-retention-other = Enquiries, duplicates, out of scope (months)
field-retention-other-hint = For what the assessment took for no complaint of its own, 1 to 600 months
field-retention-lines = Other periods for problem categories
field-retention-lines-hint = They hold for complaints of that category in place of the first period. A line left empty says nothing; saving gives more lines.
retention-no-lines = No category has a period of its own.
retention-line-category = Problem category, line { $n }
retention-line-months = Months, line { $n }
retention-months = months
problem-retention-line = Line { $n }: please choose a category and write its months, from 1 to { $max }
problem-retention-twice = Line { $n } names a category that stands in an earlier line
problem-retention-many = Please give a period of their own to at most { $max } categories
retention-effect = What these periods would do
retention-effect-now = Past their period now: { $before }. With these periods: { $after }.
retention-effect-of = Closed complaints by the end of their period: { $n }
retention-when = End of the period
retention-before = As set now
retention-after = As typed here
retention-when-now = Over already
retention-when-until = Until { $day }
retention-when-later = Later
retention-past = Past their period
retention-past-none = No closed complaint is past its period.
retention-next = The next period ends on { $day }.
retention-none-closed = No period is running: it begins when a complaint is closed.
retention-past-count = { $n ->
    [one] { $n } closed complaint is past its period.
   *[other] { $n } closed complaints are past their period.
}
retention-past-many = More than { $n } closed complaints are past their period.
retention-past-first = The { $n } whose period ended first
retention-past-all = Closed complaints past their period
retention-past-hidden = Whoever may see complaints finds them listed on this page.
retention-case = Complaint
retention-closed-on = Closed on
retention-kept-until = Kept until
retention-by-people = Redress deletes nothing by itself: people decide what becomes of a complaint that is past its period.
# 
second-act-retention = Other retention periods
