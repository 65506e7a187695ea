# 
fact-line-drawn = 불만 대상 직원의 상급자 확인
fact-conflict-declared = 이해충돌 여부 신고
fact-conflict-lifted = 신고된 이해충돌 해제
fact-glass-broken = 두 사람이 불만을 엶
fact-glass-closed = 열린 불만을 다시 닫음
