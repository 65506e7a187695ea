# 
verb-abusive-closing = 악의적 불만으로 종결 요청
done-abusive-closing = 두 번째 사람에게 요청했습니다. 아직 바뀐 것은 없습니다. ‘두 번째 확인’을 보세요.
second-act-abusive-closing = 악의적 불만으로 종결
close-reason-abusive = 악의적 행위로 종결(두 사람 동의)
letter-closed-abusive = 불만을 제기하신 방식 때문에 이 불만을 종결했습니다. 두 사람이 이 결정을 살펴보았습니다. 이유는 다음과 같습니다.
