# The frame round every page.
frame-help = 도움이 필요하시면 전화해 주세요: { $phone }
frame-call = 전화: { $phone }
frame-sample = 예시 자료입니다. 실제 내용이 아니며 메시지가 외부로 발송되지 않습니다.
frame-sample-short = 예시 자료
frame-how = 불만 처리 절차
frame-staff = 직원 로그인
frame-menu = 메뉴
frame-search = 불만 검색
frame-person = 로그인한 사람: { $name }
frame-live = 실시간
frame-offline = 연결 끊김
frame-signed-out = 로그아웃됨
frame-palette = 찾기·실행
