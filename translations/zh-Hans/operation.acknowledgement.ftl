# 7.4 Acknowledgement.
slice-operation-acknowledgement = 收悉告知
verb-acknowledgement = 告知收悉
done-acknowledgement = 已记录收悉告知。
verb-acknowledgement-sending = 发送收悉告知
done-acknowledgement-sending = 收悉告知等待发送。
refusal-acknowledged-already = 投诉人已收到收悉告知。
refusal-told-in-the-future = 这个时间还没有到，请填写实际时间，或留空表示现在。
refusal-told-before-receipt = 这个时间早于收到投诉的时间，请核对日期和时间。
refusal-acknowledgement-waiting = 已有收悉告知等待发送，请先发送或撤销。
refusal-no-address = 没有电子邮件地址，也没有邮寄地址。请电话或当面告知，并在“告知收悉”中记录。
evidence-acknowledged = 投诉人已知悉我们收到投诉
evidence-acknowledged-in-their-language = 以投诉人的语言告知收悉
row-acknowledgement-due = 期限
row-acknowledged-at = 告知收悉时间
row-acknowledged-way = 方式
timeline-acknowledged = 已告知收悉：{ $way }
letter-subject-acknowledgement = 您的投诉已登记：{ $reference }
letter-ack-received = 我们已在 { $date }收到您的投诉。投诉编号：{ $reference }
letter-ack-about = 投诉内容：{ $subject }
letter-ack-next = 接下来的步骤：
letter-ack-assessment = 最晚 { $date }：我们会了解内容和紧急程度，如有不清楚之处会与您联系。
letter-ack-update = 最晚 { $date }：即使没有新进展，我们也会告知您目前情况。
letter-ack-response = 最晚 { $date }：正式答复您。如需更长时间，我们会在此之前告知您并说明理由。
letter-ack-follow =
    查询进度、补充材料或撤回投诉：{ $page }
    除投诉编号外，还需要访问码：{ $code }
    请妥善保管，不要告诉他人。
letter-ack-review = 日后如不同意我们的答复，可免费申请由其他人员进行内部复核。
letter-subject-confirmation = 请确认您的投诉：{ $reference }
letter-confirm-received = 我们在 { $date }收到一件使用此电子邮件地址的投诉。投诉编号：{ $reference }
letter-confirm-link = 我们同时收到大量投诉。如果这是您提交的，请在此确认：{ $page }
letter-confirm-else = 如果您不处理，将由人员查看，不会遗失。如果您没有写给我们，请忽略此邮件。
