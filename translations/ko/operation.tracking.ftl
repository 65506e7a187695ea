# 7.3 Tracking: updates, delays, and the status in plain words.
slice-operation-tracking = 진행 안내
verb-update = 진행 안내
done-update = 진행 안내를 보냅니다. 10초 안에 되돌릴 수 있습니다.
verb-delay = 기한 연장
done-delay = 신청인에게 새 기한을 알립니다. 10초 안에 되돌릴 수 있습니다.
refusal-answered-already = 이미 답변을 보냈으므로 옮길 답변 기한이 없습니다.
refusal-delay-too-late = 답변 기한이 지나 기한 초과로 남습니다. 언제 답변드릴지와 늦어진 이유를 진행 안내로 보내 주세요.
refusal-no-response-date = 이 불만에는 옮길 답변 기한이 없습니다.
refusal-delay-not-later = 현재 답변 기한보다 늦은 날을 선택해 주세요.
evidence-kept-informed = 정해진 날마다 신청인에게 진행 상황을 알림
row-informed-at = 마지막 안내
row-update-due = 다음 안내 기한
row-response-due = 답변 기한
letter-subject-update = 불만 처리 진행 안내: { $reference }
letter-update-intro = 접수하신 불만의 진행 상황을 알려 드립니다. 접수번호: { $reference }
letter-update-nothing-new = 지난 안내 이후 새로 정해진 것은 없습니다. 계속 처리하고 있습니다.
letter-subject-delay = 답변 기한 변경 안내: { $reference }
letter-delay =
    접수번호: { $reference }
    처음 안내한 답변 기한: { $old }
    새 답변 기한: { $new }
    처음 기한까지 답변을 드리기 어렵습니다.
letter-delay-reason = 이유:
letter-delay-sorry = 더 기다리시게 해 드려 죄송합니다.
follow-stage-received = 불만이 접수되었습니다. 곧 내용을 살펴봅니다.
follow-stage-acknowledged = 불만이 접수되었습니다. 내용과 긴급한 정도를 살펴보는 단계입니다.
follow-stage-assessed = 불만의 내용과 긴급한 정도를 살펴보았습니다.
follow-stage-investigating = 무슨 일이 있었는지 조사하고 있습니다.
follow-stage-deciding = 조사를 마치고 답변을 준비하고 있습니다.
follow-stage-communicated = 답변을 보내 드렸습니다. 받아들이시는지 알려 주시기 바랍니다.
follow-stage-not-accepted = 답변을 수용하지 않으셨습니다. 불만은 열려 있습니다.
follow-stage-implementing = 답변을 받아들이셨습니다. 약속드린 조치를 이행하고 있습니다.
follow-stage-review = 답변에 관여하지 않은 직원이 불만을 다시 살펴보고 있습니다.
follow-stage-external = 외부 기관에서 불만을 다루고 있습니다.
follow-stage-closed = 불만 처리를 종결했습니다. 문의는 계속하실 수 있습니다.
follow-stage-reopened = 불만 처리를 재개하여 다시 살펴보고 있습니다.
follow-next-assessment = 내용과 긴급한 정도 확인
follow-next-update = 진행 상황 안내
follow-next-response = 답변
follow-next-closure = 약속드린 조치 이행
follow-next-closing = 불만 처리 종결
follow-step-received = 접수
follow-step-acknowledged = 접수 통보
follow-step-assessed = 초기평가
follow-step-investigated = 조사
follow-step-answered = 답변
follow-step-new-answer = 새 답변
follow-step-reviewed = 다른 직원의 재검토
follow-step-external = 외부 기관
follow-step-external-decided = 외부 기관의 결정
follow-step-put-right = 조치 이행
follow-step-closed = 종결
row-updates-stopped = 이메일 진행 안내 중단
timeline-updates-stopped = 신청인이 진행 상황 안내 이메일을 그만 받기로 함
timeline-updates-wanted = 신청인이 진행 상황 안내 이메일을 다시 받기로 함
refusal-updates-stopped = 신청인이 진행 상황 안내를 이메일로 받지 않겠다고 했습니다. 방법을 비워 두면 안내가 처리 상황 화면에 올라갑니다. 신청인에게 필요한 것이 있으면 메시지를 보내세요.
