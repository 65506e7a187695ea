# What has not left the house: letters, calls, mails.
outbox-lead = 부칠 편지, 걸 전화, 돌아온 메시지입니다. 메시지를 보낸 때에야 기한을 지킨 것으로 봅니다.
outbox-mails-wait = 메일 서버가 설정되지 않아 대기 중인 메일: { $n }건. 잃어버린 메일은 없으며 설정하면 바로 보냅니다.
outbox-set-relay = 메일 발송 설정
outbox-group-failed = 발송 실패: 다른 방법으로 안내
outbox-group-letters = 인쇄하여 부칠 편지
outbox-group-calls = 걸어야 할 전화
outbox-none-failed = 돌아온 메시지가 없습니다.
outbox-none-letters = 부칠 편지가 없습니다.
outbox-none-calls = 걸어야 할 전화가 없습니다.
outbox-what = 메시지
outbox-since = 대기 시작
outbox-do = 처리
outbox-print = 인쇄
outbox-read = 내용 보기
outbox-went-letter = 우편 발송함
outbox-went-phone = 전화로 안내함
outbox-went-in-person = 직접 안내함
