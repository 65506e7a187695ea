# 7.8 Communicating the decision.
slice-operation-decision = 决定
verb-decision = 发送处理决定
done-decision = 处理决定书即将发出，10 秒内可撤销。
verb-staff-informed = 已告知员工
done-staff-informed = 已登记该员工知悉决定。
field-summary = 答复摘要
field-summary-hint = 投诉人最先看到这段。调查结论与理由、补救措施与日期、内部复核及外部机构会自动加上。
refusal-review-first = 内部复核进行中，须先由复核人决定。
refusal-decided-already = 已作出决定。经内部复核或重新办理后才能作出新的决定。
refusal-complained-about-yourself = 这件投诉与您有关，须由他人决定。
refusal-issue-without-finding = 请先记录调查结论。投诉事项：{ $number }
refusal-remedy-without-approval = 请先取得批准或取消。补救措施：{ $remedy }
refusal-person-not-heard = 请先听取被投诉人员的说明，或登记其不愿说明。
refusal-letter-incomplete = 决定书缺少必要内容，请核对每项调查结论都有理由。
refusal-no-decision-yet = 尚无可告知员工的决定。
evidence-decision-told = 已将决定告知投诉人
evidence-reasons-for-each-issue = 答复对每项投诉事项均说明理由
evidence-recourse-told = 已告知投诉人后续救济途径
evidence-staff-informed = 相关员工已知悉决定
row-outcome = 结果
row-summary = 摘要
row-decided-by = 决定人
row-decided-at = 决定时间
row-decision-told-at = 告知投诉人时间
not-told-yet = 尚未告知
timeline-decided = 已作出决定
timeline-staff-informed = 已告知员工决定
letter-subject-decision = 您投诉的答复：{ $reference }
letter-decision =
    以下是我们对您投诉的答复。
    投诉编号：{ $reference }
    收到日期：{ $date }
letter-decision-after-review =
    您的投诉已完成内部复核，以下是我们新的答复。
    投诉编号：{ $reference }
    收到日期：{ $date }
letter-point = 投诉事项 { $number }
letter-point-titled = 投诉事项 { $number }：{ $title }
letter-finding-upheld = 您反映的情况属实。我们查明如下：
letter-finding-partly = 您反映的情况部分属实。我们查明如下：
letter-finding-not-upheld = 我们调查后未能查实您反映的情况，理由如下：
letter-finding-no-finding = 此事项未作认定即已解决，说明如下：
letter-remedies = 我们将这样补救：
letter-remedy = 最晚 { $date }：{ $remedy }
letter-remedy-amount = 最晚 { $date }：{ $remedy }（{ $amount }）
letter-remedy-done = 已于 { $date }落实：{ $remedy }
letter-remedy-done-amount = 已于 { $date }落实：{ $remedy }（{ $amount }）
letter-answering =
    请告诉我们您是否认可这个答复：{ $page }
    如到 { $date }仍未收到您的回复，我们会再次询问。未回复不视为同意。
row-blocks-by-hand = 规定还要求下列内容，请自行确认
