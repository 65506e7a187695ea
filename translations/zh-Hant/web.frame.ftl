# The frame round every page.
frame-help = 需要協助嗎？請來電：{ $phone }
frame-call = 電話：{ $phone }
frame-sample = 範例資料：內容皆非真實，也不會寄出任何訊息。
frame-sample-short = 範例資料
frame-how = 我們如何處理申訴
frame-staff = 員工登入
frame-menu = 選單
frame-search = 搜尋客訴
frame-person = 登入者：{ $name }
frame-live = 即時更新
frame-offline = 離線
frame-signed-out = 已登出
frame-palette = 尋找與執行
