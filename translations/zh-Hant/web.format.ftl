# How near a deadline is, as a chip says it.
due-overdue-hours = 逾期 { $n } 小時
due-overdue-days = 逾期 { $n } 天
due-in-days = 剩餘 { $n } 天
due-in-working-days = 剩餘 { $n } 個工作日
due-on = 期限：{ $date }
due-in-hours = 剩餘 { $n } 小時
due-in-minutes = 剩餘 { $n } 分鐘
