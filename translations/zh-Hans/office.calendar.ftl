# The office calendar, and what a change of dates would do, 6.2 and 6.4.
office-calendar = 工作日
office-lead-calendar = 计算期限时，跳过休息日和停业日。
field-closed-days = 停业日
field-closed-days-hint = 每行一天或一段连续日期，后接名称：2026-12-24 – 2026-12-26 年末停业
problem-closed-line = 第 { $n } 行无法读取。请先写日期再写名称，例如：2026-12-24 年末停业
problem-closed-many = 停业日最多 { $max } 天
field-apply = 适用于哪些投诉
apply-new = 从现在起收到的投诉
apply-open = 处理中的投诉也适用：重新计算期限
effect-show = 预览影响
effect-title = 重新计算处理中投诉的结果
effect-none-open = 目前没有处理中的投诉。
effect-moved = { $n ->
    [0] 没有投诉的下一期限会变动。
   *[other] 下一期限会变动的投诉：{ $n } 件
}
effect-overdue = 目前逾期：{ $before } 件；之后：{ $after } 件
effect-unseen = 只查看了期限最近的 { $n } 件。
effect-first = 期限会变动的投诉
effect-first-of = 会变动的前 { $n } 件
effect-reference = 投诉
effect-before = 目前的下一期限
effect-after = 之后的下一期限
effect-kept = 已告知投诉人的日期不会因此推迟；推迟须另发附理由的延期通知。
recount-title = 正在重新计算期限
recount-progress = 处理中投诉 { $total } 件，列表已更新 { $done } 件。重新启动后也会自动继续；各投诉页面已是新期限。
field-holidays = 公共假日
field-holidays-hint = 除了周末和自定的休息日之外，这些日子也不计算。无论该国的周末是哪几天，都以贵机构自己的周末为准。
holidays-none = 不采用公共假日表：只用下面所列的日子
holidays-KR = 韩国
holidays-TW = 台湾
holidays-CN = 中国大陆
holidays-LT = 立陶宛
holidays-IR = 伊朗，周五休息
holidays-IR-thu-fri = 伊朗，周四和周五休息
holidays-GB-EAW = 英格兰和威尔士
holidays-GB-SCT = 苏格兰
holidays-GB-NIR = 北爱尔兰
holidays-US = 美国（联邦）
holidays-AU = 澳大利亚（全国）
holidays-EU-TARGET = 欧元支付（TARGET）
holidays-HK = 香港
holidays-next = 接下来的公共假日
holidays-newer = 这个版本有较新的假日表。保存本页后立即生效，请先看看影响。
holidays-unlisted = { $first }至{ $last }还没有假日表。这段时间的日期按没有公共假日计算，因此只会偏早，不会偏晚。
holidays-computed = { $first }至{ $last }的假日是按公布的规则推算的，这个版本没有官方假日表。临时宣布的假日不在其中，请在下面登记为休息日。
holidays-no-next = 这张表没有今天之后的假日。
