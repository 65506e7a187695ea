# Limits for e-mail that becomes complaints and is answered by itself.
slice-office-mail-limits = 이메일 제한
office-mail-limits = 이메일 제한
office-lead-mail-limits = 담당자 없이 불만으로 접수하고 응답하는 이메일의 한도입니다.
mail-limits-lead = 한도를 넘어도 거절되거나 사라지는 것은 없습니다. 메시지나 접수 통보가 담당자의 확인을 기다립니다.
field-mail-new-a-day = 한 주소의 하루 새 불만
field-mail-new-a-day-hint = 그 뒤의 메시지는 “분류할 이메일”에서 기다립니다.
field-mail-replies-a-day = 한 주소의 하루 회신
field-mail-answers-address = 한 주소에 한 시간 동안 보내는 자동 응답
field-mail-answers-address-hint = 1로 두면 자동 응답끼리 한 번만 주고받고 멈춥니다.
field-mail-answers-hour = 한 시간 동안 보내는 전체 자동 응답
field-mail-answers-hour-hint = 넘으면 담당자가 보낼 때까지 접수 통보가 기다립니다.
field-mail-days-old = 지난 메일로 보는 날수
field-mail-days-old-hint = 오래된 메일이 있는 메일함을 연결할 때 쓰입니다. 오래된 메일은 담당자를 기다리며 응답하지 않습니다.
