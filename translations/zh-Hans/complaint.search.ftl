# 用投诉件中写过的任何文字查找投诉

## 可输入在冒号前的条件（各一个词）
search-op-from = 投诉人
search-op-is = 状态
search-op-due = 期限
search-op-category = 类别
search-op-unit = 部门

## “状态:”后面可用的词
search-is-open = 未办结
search-is-mine = 我的
search-is-unassigned = 未分派
search-is-today = 今日
search-is-overdue = 逾期
search-is-waiting = 等待
search-is-safety = 安全

## 找到的结果
search-count = { $n ->
   *[other] 找到 { $n } 件投诉
}
search-count-most = 找到 { $most } 件以上的投诉
search-newest = 由新到旧
search-best = 最相符的在前
search-partial = 仅查看了含有这些词的最新 { $most } 条文字。再加一个词即可继续查找。
search-not-used = 无法识别而未采用：{ $part }
search-in-complaint = 投诉内容
search-in-message = 投诉人的消息
search-in-letter = 我们的消息
search-in-note = 备注
search-in-handling = 办理记录

## 没有结果，或尚未输入
search-tips = 搜索方法
search-tip-words = 所有词须出现在同一段文字，或投诉人姓名、标题中。繁体与简体视为相同。
search-tip-fewer = 请减少词数，或输入投诉编号的一部分。
search-tip-phrase = 相连的词
search-tip-without = 排除含有此词的文字
search-tip-from = 投诉人的姓名或地址
search-tip-is = 投诉的办理状态
search-tip-due = 3 日内到期的投诉
search-tip-category = 问题类别的编号或名称
search-tip-unit = 某一部门的投诉
search-sample-phrase = 第二次上门
search-sample-without = 已付款
search-sample-from = 李伟
search-sample-category = 账单
search-sample-unit = 北区
search-is-significant = 重大
