# How near a deadline is, as a chip says it.
due-overdue-hours = vėluoja { $n } val.
due-overdue-days = vėluoja { $n } d.
due-in-days = liko { $n } d.
due-in-working-days = liko { $n } darbo d.
due-on = Terminas: { $date }
due-in-hours = liko { $n } val.
due-in-minutes = liko { $n } min.
