# 回覆範本
slice-complaint-texts = 回覆範本
texts = 範本
texts-lead = 以申訴人語言備妥的回覆範本。放入回覆後由您閱讀並寄出。
texts-new = 新增範本
texts-shipped = 內建版本
texts-version = 第 { $n } 版
texts-retired = 已收起
texts-missing = 尚缺語言：
texts-variables = 會換成案件內容的項目：
texts-languages-hint = 寫不好的語言請留空。系統會標示為缺少，不會用其他語言代替。
texts-none-yet = 尚未撰寫
texts-name = 名稱
texts-body = 內容
texts-preview = 範例
texts-save = 儲存為新版本
texts-retire = 收起此範本
texts-restore = 重新提供此範本
texts-choose = 選擇範本
texts-in-language = 這位申訴人的語言：
texts-empty = 尚無範本，請在「範本」撰寫第一份。
texts-insert = 放入我的回覆
texts-lacks = 沒有內容可填入：
texts-not-in-language = 此範本沒有申訴人的語言版本。
texts-write-it = 以此語言撰寫
texts-use = 使用範本
texts-open = 寄出前請填寫：
refusal-text-empty = 請至少以一種語言撰寫內容。
refusal-text-half = 請同時填寫此語言的名稱與內容，或都留空。
refusal-text-unknown-variable = 沒有這個項目：{ $variable }。請使用上方列出的項目。
refusal-text-changed = 同事在這段期間儲存了新版本。您寫的內容仍在下方，再次儲存即成為最新版本。
refusal-texts-too-many = 已有 { $max } 份範本，請改寫一份不再需要的。
refusal-text-variable-open = 內容中還有 { $variable } 尚未填寫，請填好再寄出。
text-ask-more-name = 請提供更多資料
text-ask-more-body =
    感謝您的申訴，內容：{ $subject }

    為了調查，我們需要您提供以下資料：

    …

    請回覆此訊息或來電。若無法取得，請告訴我們，我們會另想辦法。

    我們會在 { $due } 前答覆您。
text-reminder-name = 提醒：等候您的回覆
text-reminder-body =
    我們曾就您 { $received } 的申訴請您提供資料，目前尚未收到回覆。

    您現在仍可提供。若沒有資料，我們會依現有內容作決定。也歡迎來電：{ $phone }
text-status-name = 申訴進度說明
text-status-body =
    謹向您說明 { $received } 申訴的進度。承辦人：{ $handler }

    目前已完成：

    …

    接下來：

    …

    我們會在 { $due } 前答覆您。
text-put-right-name = 已立即改正
text-put-right-body =
    您反映的內容：{ $subject }

    您說得對，我們向您致歉。我們已經這樣處理：

    …

    若還有不妥之處，請回覆此訊息。
text-call-arranged-name = 約定去電
text-call-arranged-body =
    我們希望與您通話了解申訴內容。去電人員：{ $handler }

    去電時間：

    …

    若其他時間較方便，請回覆此訊息或來電：{ $phone }
fact-template-written = 範本文字：新版本
fact-template-retired = 範本文字：啟用或停用
