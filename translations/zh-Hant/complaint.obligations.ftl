# What is still owed, and who was told of it, 7.3.
slice-complaint-obligations = 應辦事項
fact-reminded = 提醒
obligation-acknowledgement = 收件確認
obligation-assessment = 初步評估
obligation-confirmation = 最高管理階層的確認
obligation-update = 進度通知
obligation-notice = 延長期限的通知
obligation-response = 正式答覆
obligation-remedy = 履行補救措施
obligation-review = 覆核
obligation-closure = 結案
obligation-limit = 規則包的期限
timeline-reminded-warning = 提醒即將到期：{ $obligation }
timeline-reminded-handler = 已逾期，已告知承辦人：{ $obligation }
timeline-reminded-manager = 已逾期，已告知主管：{ $obligation }
timeline-reminded-top-management = 已逾期，已告知最高管理階層：{ $obligation }
