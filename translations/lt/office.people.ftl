# 
own-role-ask = Kita rolė sau
own-role-lead = Niekas sau kitos rolės ar padalinio nesuteikia. Prašykite čia, o kitas administratorius peržiūrės.
second-act-own-role = Kita rolė ar padalinys prašančiajam
refusal-own-role-same = Šią rolę šiame padalinyje jau turite.
office-done-second-asked = Paprašyta kito žmogaus. Kol kas niekas nepasikeitė; eigą rodo „Antras žvilgsnis“.
second-ask = Prašyti kito žmogaus
