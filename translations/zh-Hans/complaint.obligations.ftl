# What is still owed, and who was told of it, 7.3.
slice-complaint-obligations = 应办事项
fact-reminded = 提醒
obligation-acknowledgement = 收悉告知
obligation-assessment = 初步评估
obligation-confirmation = 最高管理者的确认
obligation-update = 进展告知
obligation-notice = 延期的告知
obligation-response = 正式答复
obligation-remedy = 落实补救措施
obligation-review = 内部复核
obligation-closure = 办结
obligation-limit = 规则包的期限
timeline-reminded-warning = 提醒即将到期：{ $obligation }
timeline-reminded-handler = 已逾期，已告知经办人：{ $obligation }
timeline-reminded-manager = 已逾期，已告知主管：{ $obligation }
timeline-reminded-top-management = 已逾期，已告知最高管理者：{ $obligation }
