# The desk: the rail, the list, the case page.

## The rail and the list
desk-queues = 处理队列
desk-waits = 等待回复
desk-more = 其他
desk-outbox = 信函与电话
desk-admin = 系统管理
desk-found = 搜索结果
desk-found-for = 搜索词：{ $query }
desk-open-count = { $n } 件处理中
desk-sort-due = 按期限排序
desk-sort-received = 按收件时间排序
desk-filter-on = 显示
desk-filter-off = 移除此筛选
desk-any = 不限
desk-by-stage = 处理阶段
desk-by-channel = 受理渠道
desk-by-language = 语言
desk-by-category = 问题类别
desk-by-priority = 优先级
desk-by-owner = 责任人
desk-pages = 列表分页
desk-first-page = 第一页
desk-next-page = 下一页
desk-nameless = 未留姓名
desk-needs-reply = 投诉人等待回复
desk-choose = 请从列表中选择一件投诉。
desk-empty-mine = 目前没有待办投诉。尚有 { $n } 件未分派，可从“未分派”队列接手。
desk-empty-filter = 没有符合筛选条件的投诉。请移除一项条件，或查看其他队列。
desk-empty-all = 目前没有处理中的投诉。新投诉请点“新建投诉”。

## The head of a case
desk-owner = 责任人：{ $name }
desk-no-owner = 未分派
desk-no-subject = 未填主题的投诉
desk-acts = 下一步
desk-stages = 第 7 章各阶段
desk-step-receipt = 登记
desk-step-tracking = 跟踪
desk-step-assessment = 初步评估
desk-step-response = 答复
desk-step-closing = 办结
desk-step-done = 已完成

## A form that came back
desk-changed = 您输入期间，此投诉已有变更
desk-changed-how = 尚未记录任何内容。其间发生的变更如下；您输入的文字仍保留在下方表单中。
desk-changed-form = 前往我输入的文字
desk-files-again = 文字已保留，请重新选择文件。
desk-undo-window = 消息将于 { $seconds } 秒后发出。

## The timeline
desk-system = Redress（自动）
desk-former-colleague = 前同事
desk-occurred = 发生时间：{ $at }
desk-erased = 内容已删除，仅保留曾存在的记录。
desk-file = 文件
desk-file-erased = 已删除的文件
desk-file-odd = 文件名与内容的类型不符，请小心打开。
desk-unreadable = 由较新版本写入、无法在此显示的记录：{ $n } 条
desk-message-queued = 尚未发出
desk-message-sent = 已发出
desk-message-failed = 无法送达
desk-message-withdrawn = 已收回
desk-print-letter = 打印信函
desk-preview-note = 此图已去除拍摄地点、设备等隐藏数据。原件已封存且未改动，可从上方链接下载。

## Composers and panels
desk-compose = 撰写
desk-panels = 各阶段办理与记录
desk-not-yet = 目前无法进行的步骤 { $n } 项及原因

## Beside the timeline
desk-side = 投诉信息
desk-name = 姓名
desk-email = 电子邮件
desk-phone = 电话
desk-address = 地址
desk-authority = 代理依据
desk-about = 投诉内容
desk-channel = 受理渠道
desk-received = 收件时间
desk-recorded = 登记时间
desk-late-reason = 延后登记的原因
desk-wish = 诉求
desk-remedies = 希望的补救措施
desk-dates = 期限
desk-due-assessment = 初步评审
desk-due-closure = 办结
desk-kept-until = 保存至
desk-kept-over = 已过保存期限。
desk-not-needed = 不需要
desk-evidence = 已存证据
desk-on-file = 已存
desk-missing = 尚无
desk-files = 文件
desk-links = 相关投诉
desk-links-more = 其他关联：{ $n } 件
desk-journal = 存证记录
desk-sealed = 本件记录：{ $entries } 条。全部记录：{ $all } 条。
desk-proof = 保存证明（JSON）
timeline-dates-recounted = 按工作日历和目标时限重新计算期限
desk-recounting = 正在重新计算期限：{ $done } / { $total }。单个投诉的页面已是新期限，列表与指标会陆续更新。
desk-previous-case = 上一件
desk-next-case = 下一件
desk-to-list = 返回
desk-copy-reference = 复制投诉编号
desk-copied = 已复制投诉编号。
desk-diff = 您的文字与同事的文字逐字对照
desk-diff-how = 删除线：仅见于同事的文字。下划线：仅见于您的文字。两份文字都保留。

## A group with one cause
group-title = 同一原因的投诉
group-lead-is = 主投诉：
group-all = 该组的所有投诉
group-investigation = 全组共用的调查
group-source = 记录于：
group-nothing-yet = 该处尚无记录。
group-evidence = 证据
group-files = { $n } 个文件
group-own-answer = 每位投诉人各得答复，期限不变。
group-empty = 尚无其他投诉属于该组。请在列表中勾选投诉，再选“并入共同原因组”。
group-answered = 已答复：{ $n } 件中的 { $answered } 件
desk-continuing = 仍在发生
desk-done-to-tell = 它在“信函与电话”中等候，直到有人告知投诉人并记录下来；在此之前投诉人并不知情。10 秒内可撤销。
desk-done-to-post = 信件在“信函与电话”中等候打印并寄出；在此之前投诉人并不知情。10 秒内可撤销。
desk-other-language = 这段文字似乎不是用信件的语言（{ $language }）写的。它会原样发出，发送前请先确认。
desk-other-language-reasons = 这封信中将写入的理由或承诺，似乎不是用信件的语言（{ $language }）写的。它会原样发出，请先用该语言重写，再发送决定。
desk-other-language-sent = 其中有些内容似乎不是用信件的语言（{ $language }）写的。如果不是有意如此，请立即撤销。
desk-significant = 重大投诉
desk-significant-unconfirmed = 重大投诉，待确认
desk-quoted = 引文与签名
desk-erased-on = 已于 { $day } 删除
desk-no-text = 无内容或已删除
