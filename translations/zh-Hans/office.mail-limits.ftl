# Limits for e-mail that becomes complaints and is answered by itself.
slice-office-mail-limits = 电子邮件上限
office-mail-limits = 电子邮件上限
office-lead-mail-limits = 不经人员即登记与回复的邮件数量。
mail-limits-lead = 超过上限不会拒收也不会丢失：邮件或收悉告知会等待人员处理。
field-mail-new-a-day = 每个地址每天的新投诉
field-mail-new-a-day-hint = 其后的邮件在“待分类邮件”中等待。
field-mail-replies-a-day = 每个地址每天的回复
field-mail-answers-address = 每个地址每小时的自动回复
field-mail-answers-address-hint = 设为 1 时，互相自动回复的机器在一次后停止。
field-mail-answers-hour = 每小时自动回复总数
field-mail-answers-hour-hint = 超过时，收悉告知等待人员发出。
field-mail-days-old = 视为旧邮件的天数
field-mail-days-old-hint = 连接已有旧邮件的邮箱时：旧邮件等待人员处理，不会自动回复。
