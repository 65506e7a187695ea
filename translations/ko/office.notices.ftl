# What colleagues are written to about, 7.3.
slice-office-notices = 이메일 알림
office-notices = 이메일 알림
office-lead-notices = 맡은 건이 생기거나, 신청인이 글을 남기거나, 동료가 메모에서 나를 지명했을 때 알립니다. 근무 시간 밖에는 보내지 않으며 이메일에는 접수 번호만 적습니다. 기한은 따로 미리 알립니다.
field-notice-assigned = 새로 맡은 건이 있을 때
field-notice-reply = 맡은 건에 신청인이 글을 남겼을 때
notice-pace-none = 이메일 받지 않음
notice-pace-instant = 바로
notice-pace-digest = 하루 한 번, 아침에
notice-subject = 맡은 불만의 새 소식: { $n }
notice-letter = 관련된 불만에 새 소식이 있습니다. 기관: { $place }
notice-line-assigned = { $reference }: 새로 맡았습니다.
notice-line-reply = { $reference }: 신청인이 글을 남겼습니다.
notice-letter-why = 어떤 이메일 알림을 받을지 직접 정하실 수 있습니다. 설정 변경:
field-notice-mention = 동료의 메모에서 나를 지명
notice-line-mention = { $reference }: 메모에서 지명을 받았습니다.
notice-line-glass = 두 사람이 동료에게 열었습니다: { $reference }
notice-line-second = 동료가 두 번째 확인을 요청합니다: { $reference }
