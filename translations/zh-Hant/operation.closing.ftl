# 
verb-abusive-closing = 請求以濫訴結案
done-abusive-closing = 已請第二人決定。目前尚未變更；請見「雙人覆核」。
second-act-abusive-closing = 以濫訴結案
close-reason-abusive = 因濫訴行為結案，經兩人同意
letter-closed-abusive = 由於提出申訴的方式，我們已將這件申訴結案。此決定由兩人審視。理由如下：
