# 以案件中寫過的任何文字尋找申訴

## 可輸入在冒號前的條件（各一個詞）
search-op-from = 申訴人
search-op-is = 狀態
search-op-due = 期限
search-op-category = 類別
search-op-unit = 單位

## 「狀態:」後面可用的詞
search-is-open = 未結
search-is-mine = 我的
search-is-unassigned = 未指派
search-is-today = 今日
search-is-overdue = 逾期
search-is-waiting = 等候
search-is-safety = 安全

## 找到的結果
search-count = { $n ->
   *[other] 找到 { $n } 件申訴
}
search-count-most = 找到 { $most } 件以上的申訴
search-newest = 由新到舊
search-best = 最相符者在前
search-partial = 僅查看了含有這些字詞的最新 { $most } 筆文字。多加一個字詞即可繼續尋找。
search-not-used = 無法判讀而未採用：{ $part }
search-in-complaint = 申訴內容
search-in-message = 申訴人的訊息
search-in-letter = 我們的訊息
search-in-note = 備註
search-in-handling = 處理紀錄

## 沒有結果，或尚未輸入
search-tips = 搜尋方法
search-tip-words = 所有字詞須出現在同一段文字，或申訴人姓名、主旨中。繁體與簡體視為相同。
search-tip-fewer = 請減少字詞，或輸入案件編號的一部分。
search-tip-phrase = 相連的字詞
search-tip-without = 排除含有此字詞的文字
search-tip-from = 申訴人的姓名或地址
search-tip-is = 申訴的處理狀態
search-tip-due = 3 日內到期的申訴
search-tip-category = 問題類別的編號或名稱
search-tip-unit = 某一單位的申訴
search-sample-phrase = 第二次到場
search-sample-without = 已付款
search-sample-from = 陳怡君
search-sample-category = 帳單
search-sample-unit = 北區
search-is-significant = 重大
