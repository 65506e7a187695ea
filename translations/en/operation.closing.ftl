# 
verb-abusive-closing = Ask to close as abusive
done-abusive-closing = A second person was asked. Nothing has changed yet; see “Second pair of eyes”.
second-act-abusive-closing = Close a complaint as abusive
close-reason-abusive = Closed for abusive conduct, agreed by two persons
letter-closed-abusive = We have closed your complaint because of how it was pursued. Two of us looked at this decision. These are our reasons:
