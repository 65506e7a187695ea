# 종결된 불만의 보존 기간, 8.1.
office-retention = 보존 기간
office-lead-retention = 종결된 불만의 이름, 연락처, 내용을 얼마 동안 보관하는지 정합니다.
field-retention-complaint = 불만(개월)
field-retention-complaint-hint = 종결한 날부터 세며 1~600개월
field-retention-other = 문의, 중복 불만, 처리 대상 아님(개월)
field-retention-other-hint = 초기평가에서 별개의 불만으로 보지 않은 건, 1~600개월
field-retention-lines = 불만 유형별 보존 기간
field-retention-lines-hint = 그 유형의 불만에는 위의 불만 보존 기간 대신 적용됩니다. 빈 줄은 적용되지 않으며 저장하면 줄이 더 생깁니다.
retention-no-lines = 따로 정한 불만 유형이 없습니다.
retention-line-category = 불만 유형, { $n }번째 줄
retention-line-months = 개월 수, { $n }번째 줄
retention-months = 개월
problem-retention-line = { $n }번째 줄: 불만 유형을 선택하고 1에서 { $max } 사이의 개월 수를 적어 주세요
problem-retention-twice = { $n }번째 줄의 유형이 앞줄에 이미 있습니다
problem-retention-many = 따로 정할 수 있는 불만 유형은 최대 { $max }개입니다
retention-effect = 이 보존 기간을 적용할 경우
retention-effect-now = 지금 보존 기간이 지난 불만: { $before }건, 이 기간을 적용하면: { $after }건
retention-effect-of = 보존 기간이 끝나는 때별 종결 불만: { $n }건
retention-when = 보존 기간이 끝나는 때
retention-before = 현재 설정
retention-after = 입력한 기간
retention-when-now = 이미 지남
retention-when-until = { $day }까지
retention-when-later = 그 이후
retention-past = 보존 기간이 지난 불만
retention-past-none = 보존 기간이 지난 종결 불만이 없습니다.
retention-next = 다음으로 보존 기간이 끝나는 날: { $day }
retention-none-closed = 진행 중인 보존 기간이 없습니다. 보존 기간은 불만을 종결할 때 시작됩니다.
retention-past-count = { $n ->
   *[other] 보존 기간이 지난 종결 불만: { $n }건
}
retention-past-many = 보존 기간이 지난 종결 불만: { $n }건 초과
retention-past-first = 보존 기간이 먼저 끝난 { $n }건
retention-past-all = 보존 기간이 지난 종결 불만
retention-past-hidden = 불만을 볼 수 있는 사람에게는 이 화면에 목록이 표시됩니다.
retention-case = 불만
retention-closed-on = 종결일
retention-kept-until = 보존 기한
retention-by-people = Redress에서 자동으로 삭제되는 것은 없으며, 보존 기간이 지난 불만을 어떻게 할지는 사람이 정합니다.
# 
second-act-retention = 다른 보존 기간
