# Public holidays that no list has yet, 6.2.
office-public-holidays = 새로 정해진 공휴일
office-lead-public-holidays = 임시공휴일이 갑자기 정해지거나 근무일이 추가되면 진행 중인 불만의 법정 기한도 함께 바뀝니다. 여기에서 정하며, 적용하기 전에 결과를 먼저 보여 줍니다.
field-list = 어느 나라의 공휴일
field-list-day = 날짜
field-day-is = 이 날은
day-is-off = 쉬는 날
day-is-works = 일하는 날
day-is-listed = 목록대로
field-day-name = 이유
field-day-name-hint = 예: 1월 14일 결정에 따른 임시공휴일
field-newest-list = 이번 버전의 최신 목록으로 계산
field-newest-list-hint = 따로 정하기 전까지 진행 중인 불만에는 접수일의 목록이 적용됩니다.
holidays-lists = 여기에서 쓰는 목록
holidays-lists-none = 아직 쓰는 규칙이나 공휴일 목록이 없습니다. 규칙과 처리 기한 또는 근무일에서 고르세요.
holidays-version = 버전
holidays-list-newer = 이번 버전에 더 새로운 목록이 있습니다. 위에서 최신 목록을 선택하면 진행 중인 불만에 적용됩니다.
holidays-as-listed = 목록과 다르게 정한 날이 없습니다.
