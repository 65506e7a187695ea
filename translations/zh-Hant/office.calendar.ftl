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
recount-title = 正在重新計算期限
recount-progress = 處理中案件 { $total } 件，清單已更新 { $done } 件。重新啟動後也會自動繼續；各案件頁面已是新期限。
field-holidays = 公共假日
field-holidays-hint = 除了週末和自訂的休息日之外，這些日子也不計算。無論該國的週末是哪幾天，都以貴機構自己的週末為準。
holidays-none = 不採用公共假日表：只用下面所列的日子
holidays-KR = 韓國
holidays-TW = 臺灣
holidays-CN = 中國大陸
holidays-LT = 立陶宛
holidays-IR = 伊朗，週五休息
holidays-IR-thu-fri = 伊朗，週四和週五休息
holidays-GB-EAW = 英格蘭與威爾斯
holidays-GB-SCT = 蘇格蘭
holidays-GB-NIR = 北愛爾蘭
holidays-US = 美國（聯邦）
holidays-AU = 澳洲（全國）
holidays-EU-TARGET = 歐元支付（TARGET）
holidays-HK = 香港
holidays-next = 接下來的公共假日
holidays-newer = 這個版本有較新的假日表。儲存本頁後立即生效，請先看看影響。
holidays-unlisted = { $first }至{ $last }還沒有假日表。這段期間的日期按沒有公共假日計算，因此只會偏早，不會偏晚。
holidays-computed = { $first }至{ $last }的假日是依公布的規則推算的，這個版本沒有官方假日表。臨時宣布的假日不在其中，請在下面登記為休息日。
holidays-no-next = 這張表沒有今天之後的假日。
