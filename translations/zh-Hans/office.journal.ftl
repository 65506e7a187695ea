# 
fact-line-drawn = 已确认被投诉人员的上级主管
fact-conflict-declared = 已声明有无利益冲突
fact-conflict-lifted = 已解除声明的利益冲突
fact-glass-broken = 由两人开启投诉
fact-glass-closed = 已关闭开启的投诉
