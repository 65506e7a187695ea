# The way back in without the second factor.
office-recovery = 遺失第二重驗證
recovery-of = 提出者：{ $name }
recovery-asked = 此人輸入了正確的密碼，並表示已遺失第二重驗證。提出時間：
recovery-lead = 請親自確認身分，僅憑電子郵件不足。建立連結後，系統會以郵件通知此人。
field-recovery-checked = 確認方式
field-recovery-checked-hint = 將與您的姓名一併留存紀錄。
recovery-checked-in-person = 當面確認
recovery-checked-called-back = 撥打已知的電話確認
recovery-checked-video = 以視訊確認
recovery-checked-vouched = 由其主管擔保
recovery-grant = 產生連結
recovery-once = 只在此刻顯示，一天內可用一次。請親自交給此人，不要以郵件寄送。
recovery-anew = 重新開始
recovery-anew-lead = 請設定新密碼。先前的第二重驗證隨之失效，接著請重新設定。
recovery-begin = 設定密碼
refusal-own-recovery = 您不能為自己確認身分。請由另一位系統管理員或伺服器管理者處理。
refusal-recovery-not-asked = 此人尚未提出。須先以密碼登入後在該頁提出；若忘記密碼，請先提供新的連結。
