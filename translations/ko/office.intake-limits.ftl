# When a new complaint waits until somebody confirms it.
slice-office-intake-limits = 대량 접수 한도
office-intake-limits = 대량 접수 한도
office-lead-intake-limits = 새 불만이 언제부터 확인을 기다리는지 정합니다.
intake-limits-lead = 한도를 넘어도 거절되거나 사라지는 것은 없습니다. 불만은 저장되고 접수번호를 받으며 “확인할 불만”에서 기다립니다. 서버 앞에 프록시가 있으면 시작할 때 지정해야 네트워크를 구별할 수 있습니다.
field-intake-network-hour = 한 네트워크의 시간당 새 불만
field-intake-network-hour-hint = 네트워크는 사무실, 도서관, 가정 단위입니다(IPv4 앞 24비트, IPv6 앞 64비트). 3분의 2부터는 1초 늦게 응답합니다.
field-intake-all-hour = 전체의 시간당 새 불만
field-intake-all-hour-hint = 공개 양식 기준입니다. 가장 바쁜 시간보다 넉넉하게 정해 주세요. 넘으면 새 불만이 모두 기다립니다.
field-intake-programs-hour = 한 사람의 프로그램이 시간당 보내는 새 불만
field-intake-programs-hour-hint = 토큰에 적용됩니다. 0: 제한 없음.
field-intake-network-day-mb = 한 네트워크의 하루 파일 용량(MB)
field-intake-network-day-mb-hint = 넘으면 파일은 저장하지 않고 알려 드립니다. 글은 저장됩니다.
field-intake-letters-hour = 확인을 요청하는 시간당 이메일
field-intake-letters-hour-hint = 주소마다 한 통입니다. 0이면 보내지 않으며 담당자만 확인합니다.
