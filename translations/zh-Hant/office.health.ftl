# Whether everything is well; the same sentences for redress doctor.
office-health = 系統狀況
office-lead-health = 哪些需要處理，哪些運作正常。
health-needs = { $n ->
    [0] 沒有需要處理的事項。
   *[other] 有 { $n } 項需要處理。
}
health-checked = 檢查時間：
health-version = 版本：
health-again = 重新檢查
health-state-ok = 正常
health-state-warn = 儘快處理
health-state-fail = 立即處理
health-journal = 紀錄總帳
health-journal-ok = 共 { $n } 筆紀錄
health-recount = 期限重新計算
health-recount-running = 進行中：{ $done } / { $total } 件處理中案件
health-mail = 寄送郵件
health-mail-ok = 經由：{ $host }
health-mail-none = { $n ->
    [0] 尚未設定郵件中繼站，目前沒有等候的信件。
   *[other] 尚未設定郵件中繼站，{ $n } 封信件等候中。
}
health-mail-none-remedy = 請在「寄送郵件」設定中繼站。
health-mail-slow = 有 { $n } 封信件等候中繼站。
health-mail-slow-remedy = 請寄出測試信，查看中繼站的回應。
health-mail-dead = 有 { $n } 封信件無法寄出。
health-mail-dead-remedy = 請以測試信檢查中繼站，並以其他方式通知相關申訴人。
health-people = 人員
health-people-ok = 有 { $n } 人可以登入。
health-people-none = 目前沒有人能處理客訴：沒有承辦人，也沒有主管。
health-people-none-remedy = 請新增角色為承辦人或主管的人員。
health-set-up-none = 系統尚未設定。
health-set-up-none-remedy = 請開啟程式啟動時印出的連結。
health-durability = 資料保存
health-durability-ok = 回覆為已登錄的內容均已寫入磁碟。
health-durability-off = 資料庫並未確實寫入磁碟。
health-durability-off-remedy = 請開啟資料庫的同步提交。
health-disk = 磁碟
health-disk-ok = 可用空間：{ $mib } MiB
health-disk-little = 可用空間不多：{ $mib } MiB
health-disk-little-remedy = 請清出空間或更換較大的磁碟。
health-disk-full = 磁碟幾乎已滿：{ $mib } MiB
health-disk-full-remedy = 請立即清出空間：很快將無法登錄申訴。
health-clock = 時鐘
health-clock-ok = 時鐘與時間伺服器一致。
health-clock-off = 時鐘誤差秒數：{ $seconds }
health-clock-off-remedy = 請以時間服務校正本機時鐘。
health-clock-behind = 時鐘早於紀錄總帳的最新一筆紀錄。
health-clock-behind-remedy = 請校正時鐘，期限與證據都以此為準。
health-clock-held = 本機時鐘突然變動。Redress 依實際經過的時間繼續運作。
health-clock-held-remedy = 請校正時鐘。若現在的時鐘正確，請重新啟動 Redress，即會採用該時間。
health-backup = 備份
health-backup-ok = 建立時間：{ $at }
health-backup-old = 最近一次：{ $at }
health-backup-old-remedy = 請每晚備份，指令：redress backup
health-backup-none = 尚無備份。
health-backup-none-remedy = 請建立備份，指令：redress backup
health-keys = 金鑰
health-keys-ok = 金鑰檔僅擁有者可讀取。
health-keys-open = 本機其他使用者可讀取金鑰檔。
health-keys-open-remedy = 請移除其他使用者對金鑰檔的權限。
health-connection = 連線
health-connection-ok = 密碼在傳輸中受到保護。
health-connection-open = 伺服器可經由未受保護的連線存取，此方式無法登入。
health-connection-open-remedy = 請以憑證啟動（--tls），或置於 HTTPS 代理之後並指定 --base-url。
health-fonts = 信件字型
health-fonts-missing = 找不到下列語言的字型：{ $languages }
health-fonts-missing-remedy = 請將字型檔放入字型資料夾，再重新檢查。
health-journal-broken = 紀錄與當初不符
health-journal-broken-remedy = 請開啟存證紀錄頁面，其中說明哪一筆不符以及首先該做什麼。
health-top = 最高管理階層
health-top-ok = 重大申訴會通知擔任此角色的人。
health-top-deputy = 無人擔任此角色。由全組織的主管代理，重大申訴會通知他們。
health-top-deputy-remedy = 請將最高管理階層的角色指派給組織的負責人。
health-top-none = 重大申訴無人可通知：沒有最高管理階層，也沒有全組織的主管。
health-top-none-remedy = 請新增一位擔任最高管理階層的人員。
