# The desk: the rail, the list, the case page.

## The rail and the list
desk-queues = 案件佇列
desk-waits = 等候回覆
desk-more = 其他
desk-outbox = 信件與電話
desk-admin = 系統管理
desk-found = 搜尋結果
desk-found-for = 搜尋字詞：{ $query }
desk-open-count = { $n } 件處理中
desk-sort-due = 依期限排序
desk-sort-received = 依收件時間排序
desk-filter-on = 顯示
desk-filter-off = 移除此篩選
desk-any = 不限
desk-by-stage = 處理階段
desk-by-channel = 收件管道
desk-by-language = 語言
desk-by-category = 問題類別
desk-by-priority = 優先順序
desk-by-owner = 負責人
desk-pages = 清單分頁
desk-first-page = 第一頁
desk-next-page = 下一頁
desk-nameless = 未留姓名
desk-needs-reply = 申訴人等候回覆
desk-choose = 請從清單選取案件。
desk-empty-mine = 目前沒有待辦案件。尚有 { $n } 件未指派，可從「未指派」佇列接手。
desk-empty-filter = 沒有符合篩選條件的案件。請移除一項條件，或查看其他佇列。
desk-empty-all = 目前沒有處理中的案件。新案件請按「新增客訴」登錄。

## The head of a case
desk-owner = 負責人：{ $name }
desk-no-owner = 未指派
desk-no-subject = 未填主旨的客訴
desk-acts = 下一步
desk-stages = 第 7 章各階段
desk-step-receipt = 收件
desk-step-tracking = 追蹤
desk-step-assessment = 初步評估
desk-step-response = 回應
desk-step-closing = 結案
desk-step-done = 已完成

## A form that came back
desk-changed = 您輸入期間，此案件已有變更
desk-changed-how = 尚未記錄任何內容。期間發生的變更如下；您輸入的文字仍保留在下方表單中。
desk-changed-form = 前往我輸入的文字
desk-files-again = 文字已保留，請重新選擇檔案。
desk-undo-window = 訊息將於 { $seconds } 秒後寄出。

## The timeline
desk-system = Redress（自動）
desk-former-colleague = 前同事
desk-occurred = 發生時間：{ $at }
desk-erased = 內容已刪除，僅保留曾存在的紀錄。
desk-file = 檔案
desk-file-erased = 已刪除的檔案
desk-file-odd = 檔名與內容的類型不符，請小心開啟。
desk-unreadable = 由較新版本寫入、無法在此顯示的紀錄：{ $n } 筆
desk-message-queued = 尚未寄出
desk-message-sent = 已寄出
desk-message-failed = 無法送達
desk-message-withdrawn = 已收回
desk-print-letter = 列印信件
desk-preview-note = 此圖已移除拍攝地點、裝置等隱藏資料。原檔已封存、未經變更，可由上方連結下載。

## Composers and panels
desk-compose = 撰寫
desk-panels = 各階段作業與紀錄
desk-not-yet = 目前無法進行的步驟 { $n } 項及原因

## Beside the timeline
desk-side = 案件資訊
desk-name = 姓名
desk-email = 電子郵件
desk-phone = 電話
desk-address = 地址
desk-authority = 代理依據
desk-about = 客訴內容
desk-channel = 收件管道
desk-received = 收件時間
desk-recorded = 登錄時間
desk-late-reason = 延後登錄的原因
desk-wish = 希望的處理
desk-remedies = 希望的補救措施
desk-dates = 期限
desk-due-assessment = 初步評估
desk-due-closure = 結案
desk-kept-until = 保存至
desk-kept-over = 已逾保存期限。
desk-not-needed = 不需要
desk-evidence = 已存佐證
desk-on-file = 已存
desk-missing = 尚無
desk-files = 檔案
desk-links = 相關案件
desk-links-more = 其他關聯：{ $n } 件
desk-journal = 存證紀錄
desk-sealed = 本案紀錄：{ $entries } 筆。全部紀錄：{ $all } 筆。
desk-proof = 儲存證明（JSON）
timeline-dates-recounted = 依工作日曆與目標時限重新計算期限
desk-recounting = 正在重新計算期限：{ $done } / { $total }。個別案件頁面已是新期限，清單與指標會陸續更新。
desk-previous-case = 上一件
desk-next-case = 下一件
desk-to-list = 返回
desk-copy-reference = 複製案件編號
desk-copied = 已複製案件編號。
desk-diff = 您的文字與同事的文字逐字對照
desk-diff-how = 刪除線：僅見於同事的文字。底線：僅見於您的文字。兩份文字都保留。

## A group with one cause
group-title = 同一原因的申訴
group-lead-is = 主案：
group-all = 此群組的所有申訴
group-investigation = 全群組共用的調查
group-source = 紀錄於：
group-nothing-yet = 該處尚無紀錄。
group-evidence = 證據
group-files = { $n } 個檔案
group-own-answer = 每位申訴人各得答覆，期限不變。
group-empty = 尚無其他申訴屬於此群組。請在清單中勾選申訴，再選「併入共同原因群組」。
group-answered = 已答覆：{ $n } 件中的 { $answered } 件
desk-continuing = 仍在發生
desk-done-to-tell = 它在「信件與電話」中等候，直到有人告知申訴人並記錄下來；在此之前申訴人並不知情。10 秒內可復原。
desk-done-to-post = 信件在「信件與電話」中等候列印並寄出；在此之前申訴人並不知情。10 秒內可復原。
desk-other-language = 這段文字似乎不是用信件的語言（{ $language }）寫的。它會原樣寄出，送出前請先確認。
desk-other-language-reasons = 這封信會附上的理由或承諾，似乎不是用信件的語言（{ $language }）寫的。它會原樣寄出，請先用該語言重寫，再送出決定。
desk-other-language-sent = 其中有些內容似乎不是用信件的語言（{ $language }）寫的。如果不是有意如此，請立即復原。
desk-significant = 重大申訴
desk-significant-unconfirmed = 重大申訴，待確認
desk-quoted = 引文與簽名
desk-erased-on = 已於 { $day } 刪除
desk-no-text = 無內容或已刪除
