# 
own-role-ask = Another role for yourself
own-role-lead = Nobody gives themselves another role or unit. Ask here, and another administrator looks at it.
second-act-own-role = Another role or unit for the person who asks
refusal-own-role-same = You have this role in this unit already.
office-done-second-asked = Another person was asked. Nothing has changed yet; “Second pair of eyes” shows how it stands.
second-ask = Ask another person
