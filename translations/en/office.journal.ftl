# 
fact-line-drawn = Line above the person complained about drawn
fact-conflict-declared = Conflict of interest declared, or none
fact-conflict-lifted = Declared conflict of interest lifted
fact-glass-broken = Complaint opened by two persons
fact-glass-closed = Opened complaint shut again
