# The office calendar, and what a change of dates would do, 6.2 and 6.4.
office-calendar = 工作日
office-lead-calendar = 計算期限時，略過休息日與公司休業日。
field-closed-days = 休業日
field-closed-days-hint = 每行一天或一段連續日期，後接名稱：2026-12-24 – 2026-12-26 年末休業
problem-closed-line = 第 { $n } 行無法讀取。請先寫日期再寫名稱，例如：2026-12-24 年末休業
problem-closed-many = 休業日最多 { $max } 天
field-apply = 適用於哪些案件
apply-new = 從現在起收到的案件
apply-open = 處理中的案件也適用：重新計算期限
effect-show = 預覽影響
effect-title = 重新計算處理中案件的結果
effect-none-open = 目前沒有處理中的案件。
effect-moved = { $n ->
    [0] 沒有案件的下一期限會變動。
   *[other] 下一期限會變動的案件：{ $n } 件
}
effect-overdue = 目前逾期：{ $before } 件；之後：{ $after } 件
effect-unseen = 只檢視了期限最近的 { $n } 件。
effect-first = 期限會變動的案件
effect-first-of = 會變動的前 { $n } 件
effect-reference = 案件
effect-before = 目前的下一期限
effect-after = 之後的下一期限
effect-kept = 已告知申訴人的日期不會因此延後；延後須另發附理由的延期通知。
