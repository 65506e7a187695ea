# 
verb-abusive-closing = Prašyti užbaigti dėl piktnaudžiavimo
done-abusive-closing = Paprašyta antro žmogaus. Kol kas niekas nepasikeitė; žr. „Antras žvilgsnis“.
second-act-abusive-closing = Užbaigti skundą dėl piktnaudžiavimo
close-reason-abusive = Užbaigta dėl piktnaudžiavimo, dviem sutarus
letter-closed-abusive = Jūsų skundą užbaigėme dėl to, kaip jis buvo teikiamas. Šį sprendimą peržiūrėjo du žmonės. Mūsų priežastys:
