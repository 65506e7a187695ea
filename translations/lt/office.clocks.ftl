# Rules and time limits, 6.2 and 7.2.
slice-office-clocks = Taisyklės ir terminai
office-clocks = Taisyklės ir terminai
office-lead-clocks = Teisės aktų ir taisyklių terminai šalia mūsų pačių tikslinių laikų. Skundui galioja jo gavimo dienos taisyklės.
field-packs = Taisyklės, galiojančios skundams, kurie bus gauti nuo dabar
field-packs-hint = Kiekvienos taisyklės nustato savo terminus; vienu metu gali galioti kelios. Ko kiekvienos reikalauja, parašyta žemiau.
field-pack-calendar = Darbo dienos taisyklėms be šalies
field-pack-calendar-hint = Tik mokėjimo paslaugoms Europos Sąjungoje: kurios šalies darbo dienos skaičiuojamos.
field-kinds = Skundų rūšys, kurios pas mus ateina
field-kinds-hint = Kai kurios taisyklės skirtingoms rūšims nustato skirtingus terminus. Pažymėjus vieną rūšį, galioja jos terminai. Pažymėjus kelias arba nė vienos, rodomi terminai, kurie gali galioti, o jei nieko tikro nėra, galioja ankstyviausias.
problem-pack-calendar = Pasirinkite, kurios šalies darbo dienos skaičiuojamos mokėjimo paslaugoms Europos Sąjungoje
clocks-all = Ko kiekvienos taisyklės reikalauja
clocks-own = Galioja visada: mūsų tiksliniai laikai
clocks-on = Įjungta
clocks-version = Galioja nuo { $from }. Šaltinis: { $source }
clocks-review = Dar kartą peržiūrėti iki { $day }
clocks-review-over = Tai reikėjo peržiūrėti iki { $day }. Teisės aktai galėjo pasikeisti.
clocks-limit = Terminas
clocks-period = Trukmė
clocks-source = Šaltinis
clocks-confidence = Patikimumas
clocks-length-calendar-day = { $n ->
    [one] { $n } diena
    [few] { $n } dienos
    [many] { $n } dienos
   *[other] { $n } dienų
}
clocks-length-business-day = { $n ->
    [one] { $n } darbo diena
    [few] { $n } darbo dienos
    [many] { $n } darbo dienos
   *[other] { $n } darbo dienų
}
clocks-length-working-hour = { $n ->
    [one] { $n } darbo valanda
    [few] { $n } darbo valandos
    [many] { $n } darbo valandos
   *[other] { $n } darbo valandų
}
clocks-length-week = { $n ->
    [one] { $n } savaitė
    [few] { $n } savaitės
    [many] { $n } savaitės
   *[other] { $n } savaičių
}
clocks-length-month = { $n ->
    [one] { $n } mėnuo
    [few] { $n } mėnesiai
    [many] { $n } mėnesio
   *[other] { $n } mėnesių
}
clocks-would = Ką šios taisyklės būtų reiškusios
clocks-would-none = Nepažymėtos jokios taisyklės.
clocks-looked = Naujausi skundai, daugiausia { $n }
clocks-pack = Taisyklės
clocks-open = Dabar nagrinėjami
clocks-open-late = Iš jų praleistas terminas
clocks-past = Užbaigti
clocks-past-late = Iš jų praleistas terminas
clocks-would-hint = Tarsi taisyklės būtų galiojusios visą laiką. Esami skundai nesikeičia: taisyklės galioja nuo kito skundo.
pack-uk-fca-disp = Jungtinė Karalystė: finansiniai skundai (FCA DISP)
pack-eu-psd2 = ES: mokėjimo paslaugos (PSD2)
pack-lt-consumer = Lietuva: vartotojų skundai
pack-lt-bank = Lietuva: bankai, draudikai ir kiti finansų rinkos dalyviai
pack-au-rg271 = Australija: finansiniai skundai (ASIC RG 271)
pack-us-cfpb = JAV: CFPB įmonių portalas
pack-kr-civil-petition = Korėja: piliečių prašymai institucijoms
pack-cn-bank = Kinija: bankai ir draudikai
pack-cn-samr = Kinija: rinkos priežiūros institucijos
pack-tw-consumer = Taivanas: vartotojų skundai
pack-tw-financial = Taivanas: finansinių paslaugų vartotojų skundai
pack-uk-housing = Jungtinė Karalystė: socialinis būstas ir savivaldybės
pack-ir-executive = Iranas: vykdomosios institucijos
pack-kind-general = Jokia ypatinga rūšis
pack-kind-payment-services = Mokėjimo paslaugos ir elektroniniai pinigai
pack-kind-hardship = Finansiniai sunkumai
pack-kind-superannuation = Pensijų kaupimas
pack-kind-traditional-trustee = Tradicinės patikėjimo paslaugos
pack-kind-death-benefit = Pensijų fondo išmoka mirus
pack-kind-immediate = Galima išspręsti vietoje
pack-kind-simple-enquiry = Paprastas klausimas dėl teisės aktų
pack-kind-enquiry = Klausimas dėl teisės aktų
pack-kind-suggestion = Pasiūlymas
pack-kind-grievance = Skundas dėl pažeistų interesų
pack-kind-simple = Paprastas
pack-kind-complex = Sudėtingas
pack-kind-specially-complex = Ypač sudėtingas
pack-kind-complaint = Skundas institucijai
pack-kind-report = Pranešimas apie pažeidimą
