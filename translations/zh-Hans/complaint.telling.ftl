# The frame of every letter: greeting, ways to reach us, ways on.
letter-greeting = { $name }：您好！
letter-greeting-nameless = 您好！
letter-contact = 如有疑问，请告知投诉编号：{ $reference }
letter-contact-page = 查询投诉进度：{ $page }
letter-contact-phone = 电话：{ $phone }
letter-contact-email = 电子邮件：{ $email }
letter-contact-address = 通信地址：{ $address }
letter-external = 如不同意我们的处理结果，您也可以向以下外部争议解决机构提出：
letter-external-unnamed = 如不同意我们的处理结果，您也可以向外部争议解决机构提出，例如消费者保护部门。如不清楚由哪个机构负责，请向我们询问。
letter-free = 投诉不收费，您也不会因此受到不利对待。
letter-review = 如不同意我们的答复，可免费申请内部复核，由未参与答复的人员重新审视您的投诉。
letter-reviewed = 您的投诉已由未参与第一次答复的人员完成内部复核，我们内部没有进一步的复核程序。
letter-response-due = 答复期限：{ $date }。如需更长时间，我们会在此之前告知您。
letter-next-update = 即使没有新进展，我们最晚也会在 { $date }告知您。
letter-disagree = 如不同意延长，可免费告诉我们，由未参与处理的人员审视。
letter-right-outside = 您有权向外部争议解决机构提出投诉，处理延迟时也一样。
