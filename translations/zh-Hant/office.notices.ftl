# What colleagues are written to about, 7.3.
slice-office-notices = 電子郵件通知
office-notices = 電子郵件通知
office-lead-notices = 案件交由您處理、申訴人來訊，或同事的備註提到您時通知您。非上班時間不寄送，郵件只列案號。到期事項另行提醒。
field-notice-assigned = 案件交由您處理
field-notice-reply = 您案件的申訴人來訊
notice-pace-none = 不寄郵件
notice-pace-instant = 立即
notice-pace-digest = 每天早上一次
notice-subject = 您的申訴案件有新消息：{ $n }
notice-letter = 與您有關的申訴案件有新消息。機構：{ $place }
notice-line-assigned = { $reference }：現在由您處理。
notice-line-reply = { $reference }：申訴人來訊。
notice-letter-why = 您可自行選擇接收哪些這類郵件。可在此更改：
field-notice-mention = 同事的備註提到您
notice-line-mention = { $reference }：有備註提到您。
notice-line-glass = 由兩人向同仁開啟：{ $reference }
notice-line-second = 同仁請求雙人覆核：{ $reference }
