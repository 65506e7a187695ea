# 
own-role-ask = 나의 다른 역할
own-role-lead = 자신의 역할이나 부서를 스스로 바꿀 수 없습니다. 여기에서 요청하면 다른 관리자가 확인합니다.
second-act-own-role = 요청한 사람의 다른 역할 또는 부서
refusal-own-role-same = 이미 이 부서에서 이 역할을 맡고 있습니다.
office-done-second-asked = 다른 사람에게 요청했습니다. 아직 바뀐 것은 없습니다. 진행 상황은 ‘두 번째 확인’에서 볼 수 있습니다.
second-ask = 다른 사람에게 요청
