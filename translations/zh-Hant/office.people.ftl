# 
own-role-ask = 為自己申請其他角色
own-role-lead = 沒有人能自行更改角色或單位。請在此提出，由另一位管理員查看。
second-act-own-role = 請求者的其他角色或單位
refusal-own-role-same = 您在此單位已是這個角色。
office-done-second-asked = 已請另一人查看，目前尚未變更。進度見「雙人覆核」。
second-ask = 請另一人查看
