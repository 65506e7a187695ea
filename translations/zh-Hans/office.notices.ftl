# What colleagues are written to about, 7.3.
slice-office-notices = 电子邮件通知
office-notices = 电子邮件通知
office-lead-notices = 案件交给您处理、投诉人来信，或同事的备注提到您时通知您。非办公时间不发送，邮件只列编号。到期事项另行提醒。
field-notice-assigned = 案件交给您处理
field-notice-reply = 您案件的投诉人来信
notice-pace-none = 不发邮件
notice-pace-instant = 立即
notice-pace-digest = 每天早上一次
notice-subject = 您的投诉案件有新消息：{ $n }
notice-letter = 与您有关的投诉案件有新消息。机构：{ $place }
notice-line-assigned = { $reference }：现在由您处理。
notice-line-reply = { $reference }：投诉人来信。
notice-letter-why = 您可自行选择接收哪些此类邮件。可在此更改：
field-notice-mention = 同事的备注提到您
notice-line-mention = { $reference }：有备注提到您。
notice-line-glass = 由两人向同事开启：{ $reference }
notice-line-second = 同事请求双人复核：{ $reference }
