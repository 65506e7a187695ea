# Public holidays that no list has yet, 6.2.
office-public-holidays = 新公布的假日
office-lead-public-holidays = 政府臨時公布放假或增加工作日時，處理中案件的法定期限隨之變動。請在此設定，儲存前可先預覽影響。
field-list = 適用的公共假日
field-list-day = 日期
field-day-is = 這一天
day-is-off = 放假
day-is-works = 上班
day-is-listed = 依假日表
field-day-name = 原因
field-day-name-hint = 例如：1 月 14 日公告之臨時放假
field-newest-list = 依本版本最新的假日表計算
field-newest-list-hint = 未另行設定前，處理中案件仍依收件日的假日表。
holidays-lists = 目前採用的假日表
holidays-lists-none = 尚未啟用任何規則或公共假日表。請到「規則與期限」或「工作日」選擇。
holidays-version = 版本
holidays-list-newer = 本版本有較新的假日表。請勾選上方的最新假日表，套用到處理中案件。
holidays-as-listed = 沒有與假日表不同的日子。
