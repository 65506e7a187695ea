# What has not left the house: letters, calls, mails.
outbox-lead = 待寄信件、待撥電話與退回的訊息。訊息送出後才算符合期限。
outbox-mails-wait = 尚未設定郵件轉送，等候寄出的郵件：{ $n } 封。郵件不會遺失，設定後立即寄出。
outbox-set-relay = 設定郵件寄送
outbox-group-failed = 無法送達：請改用其他方式
outbox-group-letters = 待列印寄出的信件
outbox-group-calls = 待撥電話
outbox-none-failed = 沒有退回的訊息。
outbox-none-letters = 沒有待寄信件。
outbox-none-calls = 沒有待撥電話。
outbox-what = 訊息
outbox-since = 等候起始
outbox-do = 處理
outbox-print = 列印
outbox-read = 顯示內容
outbox-went-letter = 已寄出
outbox-went-phone = 已電話告知
outbox-went-in-person = 已當面告知
