# 已办结投诉的保存期限，8.1。
office-retention = 保存期限
office-lead-retention = 已办结投诉中的姓名、联系方式和内容保存多久。
field-retention-complaint = 投诉（月）
field-retention-complaint-hint = 自办结之日起计算，1 至 600 个月
field-retention-other = 咨询、重复投诉、不属于处理范围（月）
field-retention-other-hint = 评估后不算独立投诉的，1 至 600 个月
field-retention-lines = 个别问题类别的期限
field-retention-lines-hint = 该类别的投诉改用此期限。空行不生效；保存后会再增加空行。
retention-no-lines = 没有另定期限的类别。
retention-line-category = 问题类别，第 { $n } 行
retention-line-months = 月数，第 { $n } 行
retention-months = 个月
problem-retention-line = 第 { $n } 行：请选择类别并填写月数，1 至 { $max }
problem-retention-twice = 第 { $n } 行的类别前面已有
problem-retention-many = 最多可为 { $max } 个类别另定期限
retention-effect = 采用这些期限的结果
retention-effect-now = 目前已过保存期限：{ $before } 件；采用这些期限后：{ $after } 件
retention-effect-of = 已办结投诉按期满时间：共 { $n } 件
retention-when = 期满时间
retention-before = 目前设置
retention-after = 所填期限
retention-when-now = 已期满
retention-when-until = 至 { $day }
retention-when-later = 更晚
retention-past = 已过保存期限
retention-past-none = 没有已过保存期限的办结投诉。
retention-next = 下一个期满日：{ $day }
retention-none-closed = 目前没有进行中的保存期限；期限自办结时起算。
retention-past-count = { $n ->
   *[other] 已过保存期限的办结投诉：{ $n } 件
}
retention-past-many = 已过保存期限的办结投诉超过 { $n } 件。
retention-past-first = 最早期满的 { $n } 件
retention-past-all = 已过保存期限的办结投诉
retention-past-hidden = 有权查看投诉的人会在本页看到列表。
retention-case = 投诉
retention-closed-on = 办结日期
retention-kept-until = 保存至
retention-by-people = Redress 不会自行删除任何内容；已过保存期限的投诉如何处理，由人决定。
# 
second-act-retention = 其他保存期限
