# The way back in without the second factor.
office-recovery = Prarastas antrasis veiksnys
recovery-of = Prašo: { $name }
recovery-asked = Šis žmogus įrašė teisingą slaptažodį ir sako, kad prarado antrąjį veiksnį. Prašyta:
recovery-lead = Patys įsitikinkite, kad tai tas žmogus; el. laiško nepakanka. Apie sukurtą nuorodą jam bus pranešta el. paštu.
field-recovery-checked = Kaip įsitikinote?
field-recovery-checked-hint = Tai lieka įrašuose kartu su jūsų vardu.
recovery-checked-in-person = Susitikome asmeniškai
recovery-checked-called-back = Paskambinau žinomu numeriu
recovery-checked-video = Mačiau vaizdo skambučiu
recovery-checked-vouched = Patvirtino vadovas
recovery-grant = Sukurti nuorodą
recovery-once = Ji rodoma tik dabar ir veikia vieną kartą, parą. Perduokite patys, nesiųskite el. paštu.
recovery-anew = Pradėti iš naujo
recovery-anew-lead = Pasirinkite naują slaptažodį. Ankstesni antrieji veiksniai nustos galioti, tada nustatysite naują.
recovery-begin = Nustatyti slaptažodį
refusal-own-recovery = Už save laiduoti negalite. Paprašykite kito administratoriaus arba serverio prižiūrėtojo.
refusal-recovery-not-asked = Šis žmogus neprašė. Pirmiau jis prisijungia slaptažodžiu ir paprašo ten; pamiršus slaptažodį, prieš tai duodama nauja nuoroda.
