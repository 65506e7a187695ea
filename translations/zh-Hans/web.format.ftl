# How near a deadline is, as a chip says it.
due-overdue-hours = 已逾期 { $n } 小时
due-overdue-days = 已逾期 { $n } 天
due-in-days = 还剩 { $n } 天
due-in-working-days = 还剩 { $n } 个工作日
due-on = 期限：{ $date }
due-in-hours = 剩余 { $n } 小时
due-in-minutes = 剩余 { $n } 分钟
