# How near a deadline is, as a chip says it.
due-overdue-hours = { $n ->
    [one] { $n } hour overdue
   *[other] { $n } hours overdue
}
due-overdue-days = { $n ->
    [one] { $n } day overdue
   *[other] { $n } days overdue
}
due-in-days = { $n ->
    [one] { $n } day left
   *[other] { $n } days left
}
due-in-working-days = { $n ->
    [one] { $n } working day left
   *[other] { $n } working days left
}
due-on = Due { $date }
due-in-hours = { $n ->
    [one] { $n } hour left
   *[other] { $n } hours left
}
due-in-minutes = { $n ->
    [one] { $n } minute left
   *[other] { $n } minutes left
}
