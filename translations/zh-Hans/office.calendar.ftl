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
