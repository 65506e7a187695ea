# What has not left the house: letters, calls, mails.
outbox-lead = 待寄信函、待拨电话和退回的消息。消息发出后才算符合期限。
outbox-mails-wait = 尚未设置邮件中继，等待发出的邮件：{ $n } 封。邮件不会丢失，设置后立即发出。
outbox-set-relay = 设置邮件发送
outbox-group-failed = 无法送达：请改用其他方式
outbox-group-letters = 待打印寄出的信函
outbox-group-calls = 待拨电话
outbox-none-failed = 没有退回的消息。
outbox-none-letters = 没有待寄信函。
outbox-none-calls = 没有待拨电话。
outbox-what = 消息
outbox-since = 等待起始
outbox-do = 办理
outbox-print = 打印
outbox-read = 查看内容
outbox-went-letter = 已寄出
outbox-went-phone = 已电话告知
outbox-went-in-person = 已当面告知
