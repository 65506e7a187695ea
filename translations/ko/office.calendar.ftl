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
