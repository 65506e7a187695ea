# 
verb-abusive-closing = 请求以恶意投诉办结
done-abusive-closing = 已请第二人决定。目前尚未变更；请见“双人复核”。
second-act-abusive-closing = 以恶意投诉办结
close-reason-abusive = 因恶意行为办结，经两人同意
letter-closed-abusive = 由于提出投诉的方式，我们已将这件投诉办结。此决定由两人审视。理由如下：
