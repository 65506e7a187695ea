# 回复模板
slice-complaint-texts = 回复模板
texts = 模板
texts-lead = 用投诉人的语言备好的回复模板。放入回复后由您阅读并发出。
texts-new = 新建模板
texts-shipped = 内置版本
texts-version = 第 { $n } 版
texts-retired = 已收起
texts-missing = 尚缺语言：
texts-variables = 会换成投诉内容的项目：
texts-languages-hint = 写不好的语言请留空。系统会标明缺少，不会用其他语言代替。
texts-none-yet = 尚未撰写
texts-name = 名称
texts-body = 内容
texts-preview = 示例
texts-save = 保存为新版本
texts-retire = 收起此模板
texts-restore = 重新提供此模板
texts-choose = 选择模板
texts-in-language = 这位投诉人的语言：
texts-empty = 尚无模板，请在“模板”中撰写第一份。
texts-insert = 放入我的回复
texts-lacks = 没有内容可填入：
texts-not-in-language = 此模板没有投诉人的语言版本。
texts-write-it = 用此语言撰写
texts-use = 使用模板
texts-open = 发出前请填写：
refusal-text-empty = 请至少用一种语言撰写内容。
refusal-text-half = 请同时填写此语言的名称和内容，或都留空。
refusal-text-unknown-variable = 没有这个项目：{ $variable }。请使用上方列出的项目。
refusal-text-changed = 同事在此期间保存了新版本。您写的内容仍在下方，再次保存即成为最新版本。
refusal-texts-too-many = 已有 { $max } 份模板，请改写一份不再需要的。
refusal-text-variable-open = 内容中还有 { $variable } 尚未填写，请填好再发出。
text-ask-more-name = 请提供更多材料
text-ask-more-body =
    感谢您的投诉，内容：{ $subject }

    为了调查，我们需要您提供以下材料：

    …

    请回复此消息或来电。若无法取得，请告诉我们，我们会另想办法。

    我们会在 { $due } 前答复您。
text-reminder-name = 提醒：等候您的回复
text-reminder-body =
    我们曾就您 { $received } 的投诉请您提供材料，目前尚未收到回复。

    您现在仍可提供。若没有材料，我们会依现有内容作决定。也欢迎来电：{ $phone }
text-status-name = 投诉进度说明
text-status-body =
    谨向您说明 { $received } 投诉的进度。承办人：{ $handler }

    目前已完成：

    …

    接下来：

    …

    我们会在 { $due } 前答复您。
text-put-right-name = 已立即改正
text-put-right-body =
    您反映的内容：{ $subject }

    您说得对，我们向您道歉。我们已经这样处理：

    …

    若还有不妥之处，请回复此消息。
text-call-arranged-name = 约定去电
text-call-arranged-body =
    我们希望与您通话了解投诉内容。去电人员：{ $handler }

    去电时间：

    …

    若其他时间较方便，请回复此消息或来电：{ $phone }
fact-template-written = 常用文本：新版本
fact-template-retired = 常用文本：启用或停用
