# 7.3 Tracking: updates, delays, and the status in plain words.
slice-operation-tracking = 进展告知
verb-update = 告知进展
done-update = 进展告知即将发出，10 秒内可撤销。
verb-delay = 延长期限
done-delay = 即将告知投诉人新期限，10 秒内可撤销。
refusal-answered-already = 已答复投诉人，没有可延长的答复期限。
refusal-delay-too-late = 答复期限已过，记录上保持逾期。请改用进展告知说明何时答复及延迟原因。
refusal-no-response-date = 这件投诉没有可延长的答复期限。
refusal-delay-not-later = 请选择晚于当前答复期限的日期。
evidence-kept-informed = 在每个预定日期告知投诉人进展
row-informed-at = 最近一次告知
row-update-due = 下次告知期限
row-response-due = 答复期限
letter-subject-update = 投诉进展告知：{ $reference }
letter-update-intro = 以下是您的投诉目前的进展。投诉编号：{ $reference }
letter-update-nothing-new = 上次告知后尚无新的决定，我们仍在处理。
letter-subject-delay = 答复期限变更告知：{ $reference }
letter-delay =
    投诉编号：{ $reference }
    原答复期限：{ $old }
    新答复期限：{ $new }
    我们无法在原期限前答复您。
letter-delay-reason = 原因：
letter-delay-sorry = 让您久等，我们深表歉意。
follow-stage-received = 您的投诉已登记，接下来会进行初步评估。
follow-stage-acknowledged = 您的投诉已登记，我们正要了解内容和紧急程度。
follow-stage-assessed = 我们已了解您投诉的内容和紧急程度。
follow-stage-investigating = 我们正在调查事情经过。
follow-stage-deciding = 调查已完成，正在准备答复您。
follow-stage-communicated = 我们已答复您，请告诉我们您是否认可。
follow-stage-not-accepted = 您不认可我们的答复。您的投诉会继续。
follow-stage-implementing = 您已认可我们的答复，我们正在落实承诺的补救措施。
follow-stage-review = 未参与答复的人员正在重新审视您的投诉。
follow-stage-external = 外部机构正在处理您的投诉。
follow-stage-closed = 您的投诉已办结，您仍可以与我们联系。
follow-stage-reopened = 我们已重新办理您的投诉，正在处理中。
follow-next-assessment = 了解内容和紧急程度
follow-next-update = 告知您目前进展
follow-next-response = 答复您
follow-next-closure = 落实承诺的补救措施
follow-next-closing = 办结
follow-step-received = 登记
follow-step-acknowledged = 收悉告知
follow-step-assessed = 初步评估
follow-step-investigated = 调查
follow-step-answered = 我们的答复
follow-step-new-answer = 新的答复
follow-step-reviewed = 由其他人员复核
follow-step-external = 外部机构
follow-step-external-decided = 外部机构的决定
follow-step-put-right = 落实补救
follow-step-closed = 办结
row-updates-stopped = 已停止电子邮件进度通知
timeline-updates-stopped = 投诉人不想再收到电子邮件进度通知
timeline-updates-wanted = 投诉人希望再次收到电子邮件进度通知
refusal-updates-stopped = 投诉人不想收到电子邮件进度通知。请勿指定方式：通知会显示在进度查询页。如需投诉人提供资料，请另写消息。
