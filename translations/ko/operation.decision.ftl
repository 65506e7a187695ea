# 7.8 Communicating the decision.
slice-operation-decision = 결정
verb-decision = 결정 통보
done-decision = 결정 통보서를 보냅니다. 10초 안에 되돌릴 수 있습니다.
verb-staff-informed = 직원에게 알림
done-staff-informed = 담당 직원에게 결정을 알린 것으로 기록했습니다.
field-summary = 답변 요지
field-summary-hint = 신청인이 가장 먼저 읽는 글입니다. 조사 결과와 이유, 구제 조치와 날짜, 재검토와 외부 기관 안내는 자동으로 들어갑니다.
refusal-review-first = 재검토가 진행 중입니다. 재검토 담당자가 먼저 결정해야 합니다.
refusal-decided-already = 이미 결정했습니다. 재검토나 재개를 거쳐 새로 결정할 수 있습니다.
refusal-complained-about-yourself = 본인이 대상인 불만입니다. 다른 직원이 결정합니다.
refusal-issue-without-finding = 조사 결과를 먼저 기록해 주세요. 쟁점: { $number }
refusal-remedy-without-approval = 먼저 승인을 받거나 취소해 주세요. 구제 조치: { $remedy }
refusal-person-not-heard = 먼저 불만 대상 직원의 의견을 듣거나, 답변하지 않겠다고 한 사실을 기록해 주세요.
refusal-letter-incomplete = 통보서에 꼭 필요한 부분이 빠져 있습니다. 조사 결과마다 이유가 있는지 확인해 주세요.
refusal-no-decision-yet = 아직 직원에게 알릴 결정이 없습니다.
evidence-decision-told = 신청인에게 결정을 통보함
evidence-reasons-for-each-issue = 답변에 쟁점마다 이유가 있음
evidence-recourse-told = 신청인에게 이의 제기 방법을 알림
evidence-staff-informed = 관련 직원에게 결정을 알림
row-outcome = 결과
row-summary = 요지
row-decided-by = 결정한 직원
row-decided-at = 결정 일시
row-decision-told-at = 신청인 통보 일시
not-told-yet = 아직 통보하지 않음
timeline-decided = 결정함
timeline-staff-informed = 직원에게 결정을 알림
letter-subject-decision = 불만에 대한 답변: { $reference }
letter-decision =
    접수하신 불만에 대해 답변드립니다.
    접수번호: { $reference }
    접수일: { $date }
letter-decision-after-review =
    재검토를 거쳐 새로 답변드립니다.
    접수번호: { $reference }
    접수일: { $date }
letter-point = 쟁점 { $number }
letter-point-titled = 쟁점 { $number }: { $title }
letter-finding-upheld = 말씀하신 내용이 맞음을 확인했습니다. 조사 결과는 다음과 같습니다:
letter-finding-partly = 말씀하신 내용의 일부를 확인했습니다. 조사 결과는 다음과 같습니다:
letter-finding-not-upheld = 조사했으나 말씀하신 내용을 확인하지 못했습니다. 이유는 다음과 같습니다:
letter-finding-no-finding = 누구의 책임인지 가리지 않고 해결했습니다. 내용은 다음과 같습니다:
letter-remedies = 다음과 같이 조치하겠습니다:
letter-remedy = { $date }까지: { $remedy }
letter-remedy-amount = { $date }까지: { $remedy } ({ $amount })
letter-remedy-done = { $date } 이행 완료: { $remedy }
letter-remedy-done-amount = { $date } 이행 완료: { $remedy } ({ $amount })
letter-answering =
    답변을 받아들이시는지 알려 주시기 바랍니다: { $page }
    { $date }까지 회신이 없으면 다시 여쭙겠습니다. 회신이 없다고 동의하신 것으로 보지 않습니다.
row-blocks-by-hand = 규정상 더 필요한 내용(직접 확인)
