# 5.4.1 重大投诉
slice-framework-significance = 重大投诉
ground-safety = 人身安全
ground-legal = 法律问题
ground-media = 媒体或舆论
ground-regulator = 监管机构或法院
ground-many-people = 影响多人
ground-amount = 金额较大
timeline-significance-found = 重大投诉。事由：{ $ground }
timeline-significance-found-more = 重大投诉，事由不止一项。第一项：{ $ground }
timeline-significance-found-by-rule = 按规则列为重大投诉。事由：{ $ground }
timeline-significance-found-by-rule-more = 按规则列为重大投诉，事由不止一项。第一项：{ $ground }
timeline-significance-confirmed = 最高管理者已确认
timeline-significance-lifted = 不再列为重大
timeline-colleague-told = { $what }：{ $person }
told-of-significance = 通知此件重大
