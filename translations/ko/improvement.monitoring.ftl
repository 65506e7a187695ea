# 8.4 Monitoring: the eight figures of annex H.
monitoring = 모니터링
monitoring-lead = 부속서 H의 여덟 가지 지표입니다. 기간 중 접수된 불만과 기간 중 종결된 불만을 각각 봅니다.
monitoring-figure = 지표
monitoring-received = 접수 기준
monitoring-closed = 종결 기준
monitoring-before = 이전 기간
monitoring-cautions = 읽는 법
monitoring-caution-received = 접수 기준: 진행 중이며 늦은 건도 세므로, 건을 열어 두어도 수치가 좋아지지 않습니다.
monitoring-caution-closed = 종결 기준: 접수 시기와 관계없이 기간 중 마친 건입니다. 지금 기한이 지난 진행 중 건수와 함께 보세요: { $n }건.
monitoring-caution-fewer = 불만이 줄어든 것만으로 나아졌다고 볼 수 없습니다. 사람들이 불만 제기를 그만두었거나 방법을 찾지 못했을 수 있습니다.
monitoring-caution-time = 빠른 답변은 절차가 잘 돌아간다는 뜻이지 신청인이 만족했다는 뜻은 아닙니다.
monitoring-caution-few = 다섯 건 미만이면 비율을 표시하지 않고, 서른 건 미만이면 실제 비율의 추정 범위를 함께 표시합니다.
