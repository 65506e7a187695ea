# 5.4.1 중대 불만
slice-framework-significance = 중대 불만
ground-safety = 사람에 대한 위험
ground-legal = 법적 문제
ground-media = 언론 또는 여론
ground-regulator = 감독기관 또는 법원
ground-many-people = 여러 사람에게 영향
ground-amount = 큰 금액
timeline-significance-found = 중대 불만. 사유: { $ground }
timeline-significance-found-more = 사유가 여럿인 중대 불만. 첫째 사유: { $ground }
timeline-significance-found-by-rule = 기준에 따른 중대 불만. 사유: { $ground }
timeline-significance-found-by-rule-more = 기준에 따른 중대 불만(사유 여럿). 첫째 사유: { $ground }
timeline-significance-confirmed = 최고경영자가 확인함
timeline-significance-lifted = 중대 불만 해제
timeline-colleague-told = { $what }: { $person }
told-of-significance = 중대 불만 보고
