# How near a deadline is, as a chip says it.
due-overdue-hours = { $n }시간 초과
due-overdue-days = { $n }일 초과
due-in-days = { $n }일 남음
due-in-working-days = 영업일 기준 { $n }일 남음
due-on = 기한: { $date }
due-in-hours = { $n }시간 남음
due-in-minutes = { $n }분 남음
