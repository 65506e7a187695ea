# 5.4.1 Reikšmingi skundai
slice-framework-significance = Reikšmingi skundai
ground-safety = Pavojus žmonėms
ground-legal = Teisinis klausimas
ground-media = Žiniasklaida ar visuomenė
ground-regulator = Priežiūros institucija ar teismas
ground-many-people = Paliesta daug žmonių
ground-amount = Didelė suma
timeline-significance-found = Reikšmingas. Pagrindas: { $ground }
timeline-significance-found-more = Reikšmingas keliais pagrindais. Pirmas: { $ground }
timeline-significance-found-by-rule = Reikšmingas pagal taisyklę. Pagrindas: { $ground }
timeline-significance-found-by-rule-more = Reikšmingas pagal taisyklę keliais pagrindais. Pirmas: { $ground }
timeline-significance-confirmed = Patvirtino aukščiausioji vadovybė
timeline-significance-lifted = Nebelaikomas reikšmingu
timeline-colleague-told = { $what }: { $person }
told-of-significance = Pranešta, kad skundas reikšmingas
verb-significant = Pranešti kaip reikšmingą
done-significant = Aukščiausiajai vadovybei pranešama dabar.
verb-significance-confirmation = Patvirtinti, kad žinome
done-significance-confirmation = Jūsų patvirtinimas įrašytas.
verb-significance-lifting = Nebelaikyti reikšmingu
done-significance-lifting = Įrašyta, kad skundas nėra reikšmingas.
field-grounds = Kodėl reikšmingas
field-significance-reason = Ką žinote
field-significance-reason-hint = Pavyzdžiui: skambino žurnalistas, rašė priežiūros institucija. Tai lieka viduje.
field-significance-note = Kas dėl jo nuspręsta
field-significance-note-hint = Kas ką daro ir kada norite vėl apie tai išgirsti. Tai lieka viduje.
field-lifting-reason = Kodėl jis vis dėlto nereikšmingas
field-lifting-reason-hint = Ankstesni įrašai išlieka.
refusal-significant-already = Šie pagrindai jau žinomi. Pažymėkite tik naujus.
refusal-not-significant = Šis skundas neįrašytas kaip reikšmingas.
refusal-top-management-confirms = Tai daro aukščiausioji vadovybė, o jei šio vaidmens niekas neturi, visos organizacijos vadovas.
refusal-confirmed-already = Jau patvirtinote.
refusal-close-significance-unconfirmed = Skundas reikšmingas, o aukščiausioji vadovybė dar nepatvirtino, kad apie jį žino.
row-grounds = Pagrindai
row-significant-since = Reikšmingas nuo
row-confirm-by = Patvirtinti iki
row-told = Pranešta el. paštu
row-confirmed = Patvirtino
evidence-top-management-told = Aukščiausiajai vadovybei pranešta
evidence-top-management-confirmed = Aukščiausioji vadovybė patvirtino
significance-subject = Reikšmingas skundas, prašome patvirtinti: { $reference }
significance-letter = Šis skundas reikšmingas: { $reference }. Pagrindai:
significance-letter-until = Patvirtinkite, kad apie jį žinote, ir parašykite, kas nuspręsta. Iki: { $until }. Skundo puslapis:
significance-letter-why = Šį laišką gavote, nes atsakote už organizaciją arba pavaduojate už ją atsakantį asmenį: { $place }. Apie susijusius žmones čia nieko nerašoma, tai matyti puslapyje.
significance-log = Pranešimai apie reikšmingus skundus
significance-log-lead = Kada nustatytas kiekvienas reikšmingas skundas, kada pranešta aukščiausiajai vadovybei ir kada ji patvirtino.
significance-log-empty = Reikšmingų skundų kol kas nebuvo. Jie nustatomi pagal nustatymų taisyklę arba apie juos praneša kiekvienas skundo puslapyje.
significance-soon = Kaip greitai sužinojo aukščiausioji vadovybė
significance-figure = Kas skaičiuojama
significance-median = Mediana
significance-p95 = 95 iš 100 per
significance-from-receipt = Nuo gavimo iki pranešimo ar patvirtinimo
significance-from-found = Nuo nustatymo iki pranešimo ar patvirtinimo
significance-minutes = { $n ->
    [one] { $n } minutė
    [few] { $n } minutės
    [many] { $n } minutės
   *[other] { $n } minučių
}
significance-waiting = Dar nepatvirtinta
significance-late = Patvirtinta pavėluotai arba vėluoja
significance-log-how = Pagal naujausius jums matomus skundus, daugiausia { $n }. Skaičiuojama iki pirmo laiško ar patvirtinimo; skundai be jų į medianą neįeina.
significance-each = Kiekvienas skundas
significant-complaints = Skundai
