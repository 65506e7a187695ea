# When a new complaint waits until somebody confirms it.
slice-office-intake-limits = 大量湧入的上限
office-intake-limits = 大量湧入的上限
office-lead-intake-limits = 新申訴自何時起須待人員確認。
intake-limits-lead = 超過上限不會拒收也不會遺失：申訴會儲存、取得案件編號，並在「待確認的申訴」中等待。伺服器前若有代理伺服器，請在啟動時指定，才能分辨網路。
field-intake-network-hour = 同一網路每小時的新申訴
field-intake-network-hour-hint = 網路指一間辦公室、圖書館或一戶（IPv4 前 24 位元、IPv6 前 64 位元）。達三分之二後，回應延後一秒。
field-intake-all-hour = 每小時新申訴總數
field-intake-all-hour-hint = 指公開表單。請設得遠高於最繁忙的一小時：超過後所有新申訴都須等待。
field-intake-programs-hour = 一人名下程式每小時的新申訴
field-intake-programs-hour-hint = 適用於權杖。0：不限。
field-intake-network-day-mb = 同一網路每日檔案容量（MB）
field-intake-network-day-mb-hint = 超過後檔案不儲存並會告知；文字仍會儲存。
field-intake-letters-hour = 每小時請求確認的電子郵件
field-intake-letters-hour-hint = 每個地址一封。設為 0 時不寄送，僅由同仁確認。
