# The office calendar, and what a change of dates would do, 6.2 and 6.4.
office-calendar = 근무일
office-lead-calendar = 기한을 셀 때 쉬는 요일과 휴무일은 빼고 셉니다.
field-closed-days = 휴무일
field-closed-days-hint = 한 줄에 하루 또는 이어지는 기간을 이름과 함께 적어 주세요: 2026-12-24 – 2026-12-26 연말 휴무
problem-closed-line = 읽을 수 없는 줄: { $n }. 날짜와 이름을 이렇게 적어 주세요: 2026-12-24 연말 휴무
problem-closed-many = 휴무일이 너무 많습니다. 최대: { $max }일
field-apply = 적용 대상
apply-new = 지금부터 접수되는 불만
apply-open = 진행 중인 불만도 포함: 기한을 다시 셉니다
effect-show = 미리 보기
effect-title = 진행 중인 불만의 기한을 다시 셀 경우
effect-none-open = 진행 중인 불만이 없습니다.
effect-moved = { $n ->
    [0] 다음 기한이 바뀌는 불만이 없습니다.
   *[other] 다음 기한이 바뀌는 불만: { $n }건
}
effect-overdue = 현재 기한 초과: { $before }건, 적용 후: { $after }건
effect-unseen = 기한이 가까운 { $n }건만 살펴보았습니다.
effect-first = 기한이 바뀌는 불만
effect-first-of = 바뀌는 불만 중 먼저 { $n }건
effect-reference = 불만
effect-before = 현재 다음 기한
effect-after = 적용 후 다음 기한
effect-kept = 신청인에게 알린 날짜는 이 설정으로 늦춰지지 않습니다. 늦추려면 이유를 적은 지연 안내를 보내야 합니다.
recount-title = 기한을 다시 계산하는 중
recount-progress = 진행 중인 불만 { $total }건 중 { $done }건이 목록에 반영되었습니다. 서버를 다시 시작해도 자동으로 이어지며, 각 불만의 화면은 이미 새 기한입니다.
field-holidays = 공휴일
field-holidays-hint = 주말과 기관이 정한 휴무일 외에 이 날들도 계산에서 빠집니다. 나라의 주말과 달라도 기관이 정한 주말을 따릅니다.
holidays-none = 공휴일 목록 없음: 아래에 적은 날만
holidays-KR = 대한민국
holidays-TW = 대만
holidays-CN = 중국(본토)
holidays-LT = 리투아니아
holidays-IR = 이란, 금요일 휴무
holidays-IR-thu-fri = 이란, 목요일·금요일 휴무
holidays-GB-EAW = 잉글랜드·웨일스
holidays-GB-SCT = 스코틀랜드
holidays-GB-NIR = 북아일랜드
holidays-US = 미국(연방)
holidays-AU = 호주(전국)
holidays-EU-TARGET = 유로 결제(TARGET)
holidays-HK = 홍콩
holidays-next = 다가오는 공휴일
holidays-newer = 이번 버전에 더 새로운 공휴일 목록이 있습니다. 이 페이지를 저장하면 바로 적용되니 먼저 영향을 확인하세요.
holidays-unlisted = 아직 공휴일 목록이 없는 기간입니다: { $first } ~ { $last }. 이 기간의 날짜는 공휴일이 없는 것으로 계산하므로 늦어지지 않고 오히려 빨라집니다.
holidays-computed = 공표된 규칙에 따라 계산한 공휴일입니다: { $first } ~ { $last }. 공식 목록은 이번 버전에 없습니다. 갑자기 지정된 임시공휴일은 빠져 있으니 아래 휴무일에 적어 주세요.
holidays-no-next = 오늘 이후의 공휴일이 이 목록에 없습니다.
