# 7.4 Acknowledgement.
slice-operation-acknowledgement = 접수 통보
verb-acknowledgement = 접수 통보
done-acknowledgement = 접수 통보를 기록했습니다.
verb-acknowledgement-sending = 접수 통보 보내기
done-acknowledgement-sending = 접수 통보가 발송을 기다리고 있습니다.
refusal-acknowledged-already = 이미 접수 통보를 마친 불만입니다.
refusal-told-in-the-future = 아직 오지 않은 시각입니다. 실제 시각을 적거나 비워 두세요.
refusal-told-before-receipt = 불만을 접수하기 전의 시각입니다. 날짜와 시각을 확인해 주세요.
refusal-acknowledgement-waiting = 접수 통보가 이미 발송 대기 중입니다. 먼저 보내거나 되돌려 주세요.
refusal-no-address = 이메일 주소와 우편 주소가 없습니다. 전화나 대면으로 알린 뒤 “접수 통보”에 기록해 주세요.
evidence-acknowledged = 신청인에게 접수 사실을 알림
evidence-acknowledged-in-their-language = 신청인의 언어로 접수 통보
row-acknowledgement-due = 기한
row-acknowledged-at = 접수 통보 일시
row-acknowledged-way = 방법
timeline-acknowledged = 접수 통보: { $way }
letter-subject-acknowledgement = 불만이 접수되었습니다: { $reference }
letter-ack-received = { $date }에 불만을 접수했습니다. 접수번호: { $reference }
letter-ack-about = 불만 내용: { $subject }
letter-ack-next = 앞으로의 진행:
letter-ack-assessment = { $date }까지: 내용과 긴급한 정도를 살펴보고, 확인이 필요하면 연락드립니다.
letter-ack-update = { $date }까지: 새로운 내용이 없더라도 진행 상황을 알려 드립니다.
letter-ack-response = { $date }까지: 답변을 드립니다. 더 걸리게 되면 그 전에 이유와 함께 알려 드립니다.
letter-ack-follow =
    진행 상황 확인, 내용 추가, 철회: { $page }
    접수번호와 함께 필요한 접근 코드: { $code }
    코드는 다른 사람에게 알려 주지 마시기 바랍니다.
letter-ack-review = 답변에 동의하지 않으시면 다른 직원의 재검토를 요청하실 수 있습니다(무료).
letter-subject-confirmation = 불만을 확인해 주세요: { $reference }
letter-confirm-received = { $date }에 이 이메일 주소로 작성된 불만을 받았습니다. 접수번호: { $reference }
letter-confirm-link = 한꺼번에 많은 불만이 들어왔습니다. 보내신 불만이 맞으면 여기에서 확인해 주시기 바랍니다: { $page }
letter-confirm-else = 확인하지 않으셔도 담당자가 살펴봅니다. 사라지는 것은 없습니다. 저희에게 보내신 적이 없으면 이 메일은 무시하셔도 됩니다.
