# 5.4.1 重大申訴
slice-framework-significance = 重大申訴
ground-safety = 人身安全
ground-legal = 法律問題
ground-media = 媒體或輿論
ground-regulator = 主管機關或法院
ground-many-people = 影響多人
ground-amount = 金額龐大
timeline-significance-found = 重大申訴。事由：{ $ground }
timeline-significance-found-more = 重大申訴，事由不只一項。第一項：{ $ground }
timeline-significance-found-by-rule = 依規則列為重大申訴。事由：{ $ground }
timeline-significance-found-by-rule-more = 依規則列為重大申訴，事由不只一項。第一項：{ $ground }
timeline-significance-confirmed = 最高管理階層已確認
timeline-significance-lifted = 不再列為重大
timeline-colleague-told = { $what }：{ $person }
told-of-significance = 通知此件重大
