# 
fact-line-drawn = Nustatyti asmens, dėl kurio skundžiamasi, vadovai
fact-conflict-declared = Deklaruota dėl interesų konflikto
fact-conflict-lifted = Deklaruotas interesų konfliktas panaikintas
fact-glass-broken = Skundą atvėrė du žmonės
fact-glass-closed = Atvertas skundas vėl užvertas
