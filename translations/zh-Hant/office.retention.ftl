# 已結案案件的保存期限，8.1。
office-retention = 保存期限
office-lead-retention = 已結案案件中的姓名、聯絡方式與內容保存多久。
field-retention-complaint = 客訴（月）
field-retention-complaint-hint = 自結案日起算，1 至 600 個月
field-retention-other = 諮詢、重複案件、不屬處理範圍（月）
field-retention-other-hint = 評估後不算獨立客訴的案件，1 至 600 個月
field-retention-lines = 個別問題類別的期限
field-retention-lines-hint = 該類別的客訴改用此期限。空白的一行不生效；儲存後會再增加空白行。
retention-no-lines = 沒有另訂期限的類別。
retention-line-category = 問題類別，第 { $n } 行
retention-line-months = 月數，第 { $n } 行
retention-months = 個月
problem-retention-line = 第 { $n } 行：請選擇類別並填寫月數，1 至 { $max }
problem-retention-twice = 第 { $n } 行的類別已出現在前面
problem-retention-many = 最多可為 { $max } 個類別另訂期限
retention-effect = 採用這些期限的結果
retention-effect-now = 目前已逾保存期限：{ $before } 件；採用這些期限後：{ $after } 件
retention-effect-of = 已結案案件依期限屆滿時間：共 { $n } 件
retention-when = 期限屆滿
retention-before = 目前設定
retention-after = 所填期限
retention-when-now = 已屆滿
retention-when-until = 至 { $day }
retention-when-later = 更晚
retention-past = 已逾保存期限
retention-past-none = 沒有逾保存期限的已結案案件。
retention-next = 下一個屆滿日：{ $day }
retention-none-closed = 目前沒有進行中的保存期限；期限自結案時起算。
retention-past-count = { $n ->
   *[other] 已逾保存期限的結案案件：{ $n } 件
}
retention-past-many = 已逾保存期限的結案案件超過 { $n } 件。
retention-past-first = 最早屆滿的 { $n } 件
retention-past-all = 已逾保存期限的結案案件
retention-past-hidden = 有權檢視案件的人會在此頁看到清單。
retention-case = 案件
retention-closed-on = 結案日
retention-kept-until = 保存至
retention-by-people = Redress 不會自行刪除任何內容；逾保存期限的案件如何處理，由人決定。
# 
second-act-retention = 其他保存期限
