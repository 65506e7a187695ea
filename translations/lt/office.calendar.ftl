# The office calendar, and what a change of dates would do, 6.2 and 6.4.
office-calendar = Darbo dienos
office-lead-calendar = Skaičiuojant terminus nedarbo dienos ir dienos, kai įstaiga nedirba, praleidžiamos. Ne darbo valandomis niekam neprimenama.
field-hours-mon = Darbo valandos: pirmadienis
field-hours-mon-hint = Valandas su pertraukomis rašykite taip: 09:00-12:00, 13:00-17:00. Jei visas septynias dienas paliksite tuščias, bus skaičiuojama nuo 09:00 iki 17:00, o taisyklės skaičiuos pagal savo valandas. Nedarbo dienos valandos galioja, kai ta diena atidirbama už kitą.
field-hours-tue = Darbo valandos: antradienis
field-hours-wed = Darbo valandos: trečiadienis
field-hours-thu = Darbo valandos: ketvirtadienis
field-hours-fri = Darbo valandos: penktadienis
field-hours-sat = Darbo valandos: šeštadienis
field-hours-sun = Darbo valandos: sekmadienis
problem-hours = Valandas rašykite iš eilės, ne daugiau kaip keturis tarpsnius, pavyzdžiui: 09:00-12:00, 13:00-17:00
problem-hours-missing = Tą dieną dirbama. Nurodykite jos valandas arba priskirkite ją prie nedarbo dienų.
hours-fewer = Valandų mažiau, nei skaičiuoja taisyklės
hours-fewer-so = Jūsų įstaiga per savaitę dirba mažiau valandų, nei skaičiuoja šios taisyklės. Todėl terminai, skaičiuojami darbo valandomis, baigsis vėliau. Įsitikinkite, kad įstatymas tai leidžia, arba nurodykite įprastas valandas.
field-closed-days = Dienos, kai įstaiga nedirba
field-closed-days-hint = Vienoje eilutėje – viena diena ar dienos iš eilės ir pavadinimas: 2026-12-24 – 2026-12-26 Kalėdos
problem-closed-line = Šios eilutės perskaityti nepavyko: { $n }. Parašykite datą ir pavadinimą, pavyzdžiui: 2026-12-24 Kalėdos
problem-closed-many = Parašykite mažiau dienų. Daugiausia: { $max }
field-apply = Kuriems skundams
apply-new = Gautiems nuo šiol
apply-open = Ir atviriems: jų terminai perskaičiuojami
effect-show = Parodyti poveikį
effect-title = Ką pakeistų atvirų skundų perskaičiavimas
effect-none-open = Šiuo metu atvirų skundų nėra.
effect-moved = { $n ->
    [0] Nė vieno skundo artimiausias terminas nepasikeistų.
    [one] Pasikeistų { $n } skundo artimiausias terminas.
    [few] Pasikeistų { $n } skundų artimiausias terminas.
    [many] Pasikeistų { $n } skundo artimiausias terminas.
   *[other] Pasikeistų { $n } skundų artimiausias terminas.
}
effect-overdue = Dabar vėluoja: { $before }. Po to vėluotų: { $after }.
effect-unseen = Peržiūrėta tik tiek skundų, kurių terminas artimiausias: { $n }.
effect-first = Skundai, kurių terminas keistųsi
effect-first-of = Pirmieji, kurių terminas keistųsi (iki { $n })
effect-reference = Skundas
effect-before = Artimiausias terminas dabar
effect-after = Artimiausias terminas po to
effect-kept = Data, kuri pranešta pareiškėjui, taip niekada nepavėlinama. Tam reikia rašto apie vėlavimą su priežastimi.
recount-title = Terminai perskaičiuojami
recount-progress = Sąrašuose atnaujinta { $done } iš { $total } atvirų skundų. Tai tęsiasi savaime, taip pat ir paleidus iš naujo; visų skundų puslapiai jau teisingi.
field-holidays = Valstybinės šventės
field-holidays-hint = Šios dienos neskaičiuojamos kartu su savaitgaliu ir jūsų pačių nurodytomis nedarbo dienomis. Galioja jūsų savaitgalis, nesvarbu, koks jis toje šalyje. Jei per pirmąjį nustatymą paliekate tuščią, imamos jūsų laiko juostos šalies šventės, jei turime jos sąrašą.
holidays-none = Be valstybinių švenčių sąrašo: tik žemiau įrašytos dienos
holidays-KR = Korėjos Respublika
holidays-TW = Taivanas
holidays-CN = Kinija (žemyninė)
holidays-LT = Lietuva
holidays-IR = Iranas, savaitgalis – penktadienis
holidays-IR-thu-fri = Iranas, savaitgalis – ketvirtadienis ir penktadienis
holidays-GB-EAW = Anglija ir Velsas
holidays-GB-SCT = Škotija
holidays-GB-NIR = Šiaurės Airija
holidays-US = Jungtinės Valstijos (federalinės)
holidays-AU = Australija (visoje šalyje)
holidays-EU-TARGET = Mokėjimai eurais (TARGET)
holidays-HK = Honkongas
holidays-next = Artimiausios valstybinės šventės
holidays-newer = Šioje versijoje yra naujesnis švenčių sąrašas. Jis įsigalios, kai įrašysite šį puslapį; pirmiausia pažiūrėkite, ką tai pakeistų.
holidays-unlisted = Laikotarpio nuo { $first } iki { $last } sąrašo dar nėra. To laikotarpio datos skaičiuojamos taip, lyg švenčių nebūtų, todėl jos bus per ankstyvos, o ne per vėlyvos.
holidays-computed = Laikotarpio nuo { $first } iki { $last } šventės apskaičiuotos pagal paskelbtą taisyklę; oficialaus sąrašo šioje versijoje nėra. Trumpam paskelbtų dienų čia trūksta: įrašykite jas žemiau kaip nedarbo dienas.
holidays-no-next = Nuo šiandienos šiame sąraše švenčių nėra.
calendar-file = Nedarbo dienos iš kalendoriaus failo
field-closures-file = Kalendoriaus failas
field-closures-file-hint = iCalendar (.ics), daugiausia { $kib } KiB. Imamos visos dienos nuo šiandien iki metų po kitų pabaigos. Pirma failas perskaitomas ir parodomas; kol neišsaugote, niekas nesikeičia.
calendar-file-read = Perskaityti failą
problem-calendar-no-file = Pirma pasirinkite kalendoriaus failą.
problem-calendar-file = Failas nepaimtas. { $line } eilutėje turėjo būti: { $expected }
problem-calendar-no-days = Faile nėra visos nedarbo dienos nuo šiandien.
calendar-taken = Perskaityta iš failo
calendar-taken-days = { $n ->
    [one] Į formą žemiau įrašyta { $n } nedarbo diena.
    [few] Į formą žemiau įrašytos { $n } nedarbo dienos.
    [many] Į formą žemiau įrašyta { $n } nedarbo dienos.
   *[other] Į formą žemiau įrašyta { $n } nedarbo dienų.
}
calendar-taken-how = Dar niekas neišsaugota: pažiūrėkite, kas pasikeistų, pataisykite ir išsaugokite.
calendar-left-out = Praleista
calendar-left-out-line = { $line } eilutė:
calendar-left-out-more = { $n ->
    [one] Ir dar { $n }
    [few] Ir dar { $n }
    [many] Ir dar { $n }
   *[other] Ir dar { $n }
}
calendar-left-out-timed = susitikimas su valanda
calendar-left-out-cancelled = atšaukta
calendar-left-out-other-years = kitais metais
calendar-left-out-worked = darbo diena
