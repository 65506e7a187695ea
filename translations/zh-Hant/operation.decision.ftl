# 7.8 Communicating the decision.
slice-operation-decision = 決定
verb-decision = 通知決定
done-decision = 決定通知書即將送出，10 秒內可復原。
verb-staff-informed = 已告知員工
done-staff-informed = 已記錄該員工知悉決定。
field-summary = 答覆摘要
field-summary-hint = 申訴人最先看到這段。調查結果與理由、補救措施與日期、覆核及外部機構會自動加上。
refusal-review-first = 覆核進行中，須先由覆核人決定。
refusal-decided-already = 已作成決定。經覆核或重啟後才能作成新的決定。
refusal-complained-about-yourself = 這件申訴與您有關，須由他人決定。
refusal-issue-without-finding = 請先記錄調查結果。申訴事項：{ $number }
refusal-remedy-without-approval = 請先取得核准或取消。補救措施：{ $remedy }
refusal-person-not-heard = 請先聽取被申訴人員的說明，或記錄其不願說明。
refusal-letter-incomplete = 通知書缺少必要內容，請確認每項調查結果都有理由。
refusal-no-decision-yet = 尚無可告知員工的決定。
evidence-decision-told = 已將決定通知申訴人
evidence-reasons-for-each-issue = 答覆對每項申訴事項均說明理由
evidence-recourse-told = 已告知申訴人後續救濟管道
evidence-staff-informed = 相關員工已知悉決定
row-outcome = 結果
row-summary = 摘要
row-decided-by = 決定人
row-decided-at = 決定時間
row-decision-told-at = 通知申訴人時間
not-told-yet = 尚未通知
timeline-decided = 已作成決定
timeline-staff-informed = 已告知員工決定
letter-subject-decision = 您申訴的答覆：{ $reference }
letter-decision =
    以下是我們對您申訴的答覆。
    案件編號：{ $reference }
    收件日期：{ $date }
letter-decision-after-review =
    您的申訴已完成覆核，以下是我們新的答覆。
    案件編號：{ $reference }
    收件日期：{ $date }
letter-point = 申訴事項 { $number }
letter-point-titled = 申訴事項 { $number }：{ $title }
letter-finding-upheld = 您反映的情況屬實。我們查明如下：
letter-finding-partly = 您反映的情況部分屬實。我們查明如下：
letter-finding-not-upheld = 我們調查後未能認定您反映的情況，理由如下：
letter-finding-no-finding = 此事項未經認定即已解決，說明如下：
letter-remedies = 我們將這樣補救：
letter-remedy = 最晚 { $date }：{ $remedy }
letter-remedy-amount = 最晚 { $date }：{ $remedy }（{ $amount }）
letter-remedy-done = 已於 { $date }完成：{ $remedy }
letter-remedy-done-amount = 已於 { $date }完成：{ $remedy }（{ $amount }）
letter-answering =
    請告訴我們您是否接受這個答覆：{ $page }
    若到 { $date }仍未收到您的回覆，我們會再次詢問。未回覆不視為同意。
row-blocks-by-hand = 規定還要求下列內容，請自行確認
