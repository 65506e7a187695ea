# How near a deadline is, as a chip says it.
due-overdue-hours = { $n } ساعت گذشته از مهلت
due-overdue-days = { $n } روز گذشته از مهلت
due-in-days = { $n } روز مانده
due-in-working-days = { $n } روز کاری مانده
due-on = مهلت: { $date }
due-in-hours = { $n } ساعت مانده
due-in-minutes = { $n } دقیقه مانده
