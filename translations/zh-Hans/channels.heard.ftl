# A complaint that somebody of the staff heard.
slice-channels-heard = 员工听到的投诉
heard = 转达投诉
office-lead-heard = 有人向您抱怨吗？请用对方的话写在这里，其余由投诉部门处理，您不必判断。
heard-pass-on = 转达
heard-done = 谢谢，已登记，编号：
heard-own = 您转达的投诉
heard-none = 尚无记录。您转达的投诉及其进度会显示在这里。
field-heard-story = 对方说了什么
field-heard-story-hint = 用对方的话：什么事、在哪里、何时
field-heard-story-missing = 请写下对方说了什么
field-heard-name = 谁提出的
field-heard-name-hint = 对方不愿透露时请留空
field-heard-reach = 如何联系
field-heard-reach-hint = 电子邮件或电话号码
field-heard-language = 对方的语言
field-heard-late-reason-when = （较晚转达时必填）
