# 相关投诉
slice-complaint-related = 查找相关投诉
related-title = 可能相关的先前投诉
related-heading = 相关投诉
related-lead = 电子邮件、电话或姓名相同，或内容相近的投诉。不会自动关联，请打开比对。
related-none = 没有相近的先前投诉。
related-look = 查找相关投诉
related-same-email = 电子邮件相同
related-same-phone = 电话相同
related-same-name = 姓名相同
related-same-words = 内容相近
