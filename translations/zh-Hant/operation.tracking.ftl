# 7.3 Tracking: updates, delays, and the status in plain words.
slice-operation-tracking = 進度通知
verb-update = 通知進度
done-update = 進度通知即將送出，10 秒內可復原。
verb-delay = 延長期限
done-delay = 即將通知申訴人新期限，10 秒內可復原。
refusal-answered-already = 已答覆申訴人，沒有可延長的答覆期限。
refusal-delay-too-late = 答覆期限已過，紀錄上維持逾期。請改以進度通知說明何時答覆及延遲原因。
refusal-no-response-date = 這件申訴沒有可延長的答覆期限。
refusal-delay-not-later = 請選擇晚於目前答覆期限的日期。
evidence-kept-informed = 在每個預定日期告知申訴人進度
row-informed-at = 最近一次告知
row-update-due = 下次通知期限
row-response-due = 答覆期限
letter-subject-update = 申訴進度通知：{ $reference }
letter-update-intro = 以下是您的申訴目前的情況。案件編號：{ $reference }
letter-update-nothing-new = 上次通知後尚無新的決定，我們仍在處理。
letter-subject-delay = 答覆期限變更通知：{ $reference }
letter-delay =
    案件編號：{ $reference }
    原答覆期限：{ $old }
    新答覆期限：{ $new }
    我們無法在原期限前答覆您。
letter-delay-reason = 理由：
letter-delay-sorry = 讓您久候，我們深感抱歉。
follow-stage-received = 我們已收到您的申訴，接下來會進行初步評估。
follow-stage-acknowledged = 我們已收到您的申訴，正要了解內容與緊急程度。
follow-stage-assessed = 我們已了解您申訴的內容與緊急程度。
follow-stage-investigating = 我們正在調查事情經過。
follow-stage-deciding = 調查已完成，正在準備答覆您。
follow-stage-communicated = 我們已答覆您，請告訴我們您是否接受。
follow-stage-not-accepted = 您不接受我們的答覆。您的申訴會繼續。
follow-stage-implementing = 您已接受我們的答覆，我們正在落實承諾的補救措施。
follow-stage-review = 未參與答覆的人員正在重新檢視您的申訴。
follow-stage-external = 外部機構正在處理您的申訴。
follow-stage-closed = 您的申訴已結案，您仍可以與我們聯絡。
follow-stage-reopened = 我們已重啟您的申訴，正在重新處理。
follow-next-assessment = 了解內容與緊急程度
follow-next-update = 告知您目前情況
follow-next-response = 答覆您
follow-next-closure = 落實承諾的補救措施
follow-next-closing = 結案
follow-step-received = 收件
follow-step-acknowledged = 收件確認
follow-step-assessed = 初步評估
follow-step-investigated = 調查
follow-step-answered = 我們的答覆
follow-step-new-answer = 新的答覆
follow-step-reviewed = 由其他人員覆核
follow-step-external = 外部機構
follow-step-external-decided = 外部機構的決定
follow-step-put-right = 落實補救
follow-step-closed = 結案
row-updates-stopped = 已停止電子郵件進度通知
timeline-updates-stopped = 申訴人不想再收到電子郵件進度通知
timeline-updates-wanted = 申訴人希望再次收到電子郵件進度通知
refusal-updates-stopped = 申訴人不想收到電子郵件進度通知。請勿指定方式：通知會顯示在進度查詢頁。如需申訴人提供資料，請另寫訊息。
