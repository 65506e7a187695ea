# Pradžios puslapis ir kaip tvarkome skundus (7.1).
home-title = Pasakykite, kas buvo ne taip
home-lead = Jei kas nors buvo ne taip, norime tai žinoti. Išnagrinėjame kiekvieną skundą ir į kiekvieną atsakome.
home-what-title = Kas yra skundas?
home-what = Jei esate nepatenkinti mūsų prekėmis, paslaugomis, darbuotojais ar ankstesnio skundo nagrinėjimu ir laukiate atsakymo, tai yra skundas. Nereikia nei ypatingų žodžių, nei formos.
home-promise-title = Ką pažadame
home-free = Skundas nieko nekainuoja ir neturės įtakos jums teikiamoms paslaugoms.
home-private = Kas esate, mato tik jūsų skundą nagrinėjantys darbuotojai.
home-ways-title = Kaip pateikti skundą
home-ways = Pasirinkite jums patogų būdą. Visi jie lygiaverčiai.
home-by-phone = Skambinkite: { $phone }
home-by-email = Rašykite: { $email }
home-by-post = Paštu arba atvykus:
home-in-person = Atvykus:
home-hours = Darbo laikas
home-by-form = Užpildykite formą šioje svetainėje
home-help-title = Pagalba teikiant skundą
home-help = Skundą galite pateikti savo kalba, paprašyti stambaus šrifto, Brailio rašto, garso įrašo ar vertėjo, leisti kitam žmogui jums atstovauti. Paskambinkite, ir užrašysime už jus.
how-title = Kaip tvarkome skundus
how-lead = Čia rasite, ko galite iš mūsų tikėtis žingsnis po žingsnio ir kur kreiptis, jei nesutinkate.
how-make-title = Kaip pateikti skundą
how-make = Skundą galite pateikti patys arba per žmogų, kuriuo pasitikite, su vardu arba anonimiškai.
how-make-tell = Papasakokite, kas ir kada nutiko, dėl kokios prekės ar paslaugos ir ko norėtumėte. Pridėkite, ką turite: nuotraukas, laiškus, kvitus. Jei ko trūks, paklausime.
how-steps-title = Kas vyksta ir kiek tai trunka
how-days-acknowledgement = { $days ->
    [one] Per { $days } darbo dieną pranešame, kad skundą gavome.
    [few] Per { $days } darbo dienas pranešame, kad skundą gavome.
    [many] Per { $days } darbo dienos pranešame, kad skundą gavome.
   *[other] Per { $days } darbo dienų pranešame, kad skundą gavome.
}
how-days-assessment = { $days ->
    [one] Per { $days } darbo dieną įvertiname, kiek tai rimta ir skubu.
    [few] Per { $days } darbo dienas įvertiname, kiek tai rimta ir skubu.
    [many] Per { $days } darbo dienos įvertiname, kiek tai rimta ir skubu.
   *[other] Per { $days } darbo dienų įvertiname, kiek tai rimta ir skubu.
}
how-days-update = { $days ->
    [one] Kas { $days } darbo dieną pranešame, kaip sekasi, net jei nieko naujo nėra.
    [few] Kas { $days } darbo dienas pranešame, kaip sekasi, net jei nieko naujo nėra.
    [many] Kas { $days } darbo dienos pranešame, kaip sekasi, net jei nieko naujo nėra.
   *[other] Kas { $days } darbo dienų pranešame, kaip sekasi, net jei nieko naujo nėra.
}
how-days-response = { $days ->
    [one] Per { $days } darbo dieną gaunate mūsų atsakymą su priežastimis.
    [few] Per { $days } darbo dienas gaunate mūsų atsakymą su priežastimis.
    [many] Per { $days } darbo dienos gaunate mūsų atsakymą su priežastimis.
   *[other] Per { $days } darbo dienų gaunate mūsų atsakymą su priežastimis.
}
how-days-closure = { $days ->
    [one] Jums sutikus, per { $days } darbo dieną įvykdome, ką pažadėjome.
    [few] Jums sutikus, per { $days } darbo dienas įvykdome, ką pažadėjome.
    [many] Jums sutikus, per { $days } darbo dienos įvykdome, ką pažadėjome.
   *[other] Jums sutikus, per { $days } darbo dienų įvykdome, ką pažadėjome.
}
how-longer = Jei prireikia daugiau laiko, priežastį ir naują datą pranešame dar nepraėjus senajai. Jei kam nors gresia pavojus, veikiame iš karto.
how-rights-title = Ko galite tikėtis
how-right-fair = Išklausome visus susijusius žmones ir sprendžiame pagal faktus.
how-right-private = Tai, ką pasakojate, žino tik skundą nagrinėjantys darbuotojai.
how-right-help = Gaunate reikalingą pagalbą: kalbą, stambų šriftą, Brailio raštą, garso įrašą, vertėją.
how-right-act = Jums gali atstovauti kitas žmogus.
how-right-know = Skundo eigą galite matyti bet kada.
how-right-withdraw = Bet kada galite ką nors pridėti arba skundą atsiimti.
how-duties-title = Ko prašome jūsų
how-duty-true = Papasakokite, kaip atsimenate, ir pasakykite, ko tiksliai nežinote.
how-duty-reach = Praneškite, jei pasikeičia adresas ar telefono numeris.
how-duty-respect = Elkitės su mūsų darbuotojais taip, kaip norėtumėte, kad elgtųsi su jumis.
how-recourse-title = Jei nesutinkate
how-recourse-inside = Galite nemokamai prašyti peržiūros. Skundą iš naujo pažiūrės žmogus, kuris rengiant pirmą atsakymą nedalyvavo.
how-recourse-outside = Taip pat galite kreiptis į instituciją už mūsų organizacijos ribų. Atsakyme nurodysime, į kurią ir kaip.
how-learn-title = Ką darome su skundais
how-learn = Visus skundus skaičiuojame ir nagrinėjame, kad tas pats nepasikartotų. Vardų tam nenaudojame.
