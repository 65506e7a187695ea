# 
own-role-ask = 为自己申请其他角色
own-role-lead = 没有人能自行更改角色或单位。请在此提出，由另一位管理员查看。
second-act-own-role = 请求者的其他角色或单位
refusal-own-role-same = 您在此单位已是这个角色。
office-done-second-asked = 已请另一人查看，目前尚未变更。进度见“双人复核”。
second-ask = 请另一人查看
