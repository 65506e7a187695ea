# Limits for e-mail that becomes complaints and is answered by itself.
slice-office-mail-limits = 電子郵件上限
office-mail-limits = 電子郵件上限
office-lead-mail-limits = 不經人員即登錄與回覆的郵件數量。
mail-limits-lead = 超過上限不會拒收也不會遺失：郵件或收件確認會等待人員處理。
field-mail-new-a-day = 每個地址每天的新申訴
field-mail-new-a-day-hint = 其後的郵件在「待分類郵件」中等待。
field-mail-replies-a-day = 每個地址每天的回覆
field-mail-answers-address = 每個地址每小時的自動回覆
field-mail-answers-address-hint = 設為 1 時，互相自動回覆的機器在一次後停止。
field-mail-answers-hour = 每小時自動回覆總數
field-mail-answers-hour-hint = 超過時，收件確認等待人員寄出。
field-mail-days-old = 視為舊郵件的天數
field-mail-days-old-hint = 連接已有舊郵件的信箱時：舊郵件等待人員處理，不會自動回覆。
