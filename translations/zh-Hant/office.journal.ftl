# 
fact-line-drawn = 已確認被申訴人員的上級主管
fact-conflict-declared = 已聲明有無利益衝突
fact-conflict-lifted = 已解除聲明的利益衝突
fact-glass-broken = 由兩人開啟客訴
fact-glass-closed = 已關閉開啟的客訴
