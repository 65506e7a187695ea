# Whether everything is well; the same sentences for redress doctor.
office-health = Sistemos būklė
office-lead-health = Kam reikia žmogaus ir kas veikia.
health-needs = { $n ->
    [0] Nieko daryti nereikia.
    [one] Reikia sutvarkyti { $n } dalyką.
    [few] Reikia sutvarkyti { $n } dalykus.
    [many] Reikia sutvarkyti { $n } dalyko.
   *[other] Reikia sutvarkyti { $n } dalykų.
}
health-checked = Patikrinta:
health-version = Versija:
health-again = Tikrinti dar kartą
health-state-ok = Veikia
health-state-warn = Reikia dėmesio
health-state-fail = Tuoj pat
health-journal = Žurnalas
health-journal-ok = Įrašų: { $n }
health-recount = Terminų perskaičiavimas
health-recount-running = Vyksta: { $done } iš { $total } atvirų skundų
health-mail = Laiškų siuntimas
health-mail-ok = Serveris: { $host }
health-mail-none = { $n ->
    [0] Pašto tarnyba nenurodyta. Laukiančių laiškų nėra.
    [one] Pašto tarnyba nenurodyta. Laukia { $n } laiškas.
    [few] Pašto tarnyba nenurodyta. Laukia { $n } laiškai.
    [many] Pašto tarnyba nenurodyta. Laukia { $n } laiško.
   *[other] Pašto tarnyba nenurodyta. Laukia { $n } laiškų.
}
health-mail-none-remedy = Nurodykite pašto tarnybą puslapyje „Laiškų siuntimas“.
health-mail-slow = { $n ->
    [one] Pašto tarnybos laukia { $n } laiškas.
    [few] Pašto tarnybos laukia { $n } laiškai.
    [many] Pašto tarnybos laukia { $n } laiško.
   *[other] Pašto tarnybos laukia { $n } laiškų.
}
health-mail-slow-remedy = Išsiųskite bandomąjį laišką ir pažiūrėkite, ką atsako pašto tarnyba.
health-mail-dead = { $n ->
    [one] Neišsiųstas { $n } laiškas.
    [few] Neišsiųsti { $n } laiškai.
    [many] Neišsiųsta { $n } laiško.
   *[other] Neišsiųsta { $n } laiškų.
}
health-mail-dead-remedy = Patikrinkite pašto tarnybą bandomuoju laišku, o tiems pareiškėjams praneškite kitu būdu.
health-people = Žmonės
health-people-ok = { $n ->
    [one] Prisijungti gali { $n } žmogus.
    [few] Prisijungti gali { $n } žmonės.
    [many] Prisijungti gali { $n } žmogaus.
   *[other] Prisijungti gali { $n } žmonių.
}
health-people-none = Nėra kam nagrinėti skundų: nėra nei nagrinėtojo, nei vadovo.
health-people-none-remedy = Pridėkite žmogų, kurio vaidmuo – nagrinėtojas arba vadovas.
health-set-up-none = Sistema dar nenustatyta.
health-set-up-none-remedy = Atverkite nuorodą, kurią programa parodo paleidžiant.
health-durability = Patvarumas
health-durability-ok = Tai, kas patvirtinta kaip įrašyta, yra diske.
health-durability-off = Duomenų bazė neįrašo tiesiai į diską.
health-durability-off-remedy = Įjunkite sinchroninį duomenų bazės įrašymą.
health-disk = Diskas
health-disk-ok = Laisva: { $mib } MiB
health-disk-little = Liko mažai vietos: { $mib } MiB
health-disk-little-remedy = Atlaisvinkite vietos arba naudokite didesnį diską.
health-disk-full = Diskas beveik pilnas: { $mib } MiB
health-disk-full-remedy = Atlaisvinkite vietos dabar: netrukus skundų įrašyti nebepavyks.
health-clock = Laikrodis
health-clock-ok = Laikrodis sutampa su laiko serveriais.
health-clock-off = Laikrodis skiriasi { $seconds } sek.
health-clock-off-remedy = Nustatykite kompiuterio laikrodį per laiko tarnybą.
health-clock-behind = Laikrodis rodo laiką, ankstesnį už naujausią žurnalo įrašą.
health-clock-behind-remedy = Nustatykite laikrodį: nuo jo priklauso terminai ir įrodymai.
health-clock-held = Šio kompiuterio laikrodis staiga peršoko. „Redress“ toliau skaičiuoja iš tikrųjų praėjusį laiką.
health-clock-held-remedy = Nustatykite laikrodį. Jei dabar jis rodo teisingai, paleiskite „Redress“ iš naujo: tada bus perimtas šis laikas.
health-backup = Atsarginė kopija
health-backup-ok = Padaryta: { $at }
health-backup-old = Paskutinė padaryta: { $at }
health-backup-old-remedy = Darykite kopiją kasnakt. Komanda: redress backup FILE
health-backup-none = Atsarginės kopijos dar nėra.
health-backup-none-remedy = Padarykite kopiją. Komanda: redress backup FILE
health-keys = Raktai
health-keys-ok = Raktų failą gali skaityti tik jo savininkas.
health-keys-open = Raktų failą gali skaityti ir kiti šio kompiuterio naudotojai.
health-keys-open-remedy = Atimkite kitų naudotojų teises į raktų failą.
health-key-copy = Antroji raktų kopija
health-key-copy-ok = Antroji raktų kopija yra savo vietoje ir joje yra visi raktai.
health-key-copy-no-root = Dar nėra ant popieriaus užrašyto šakninio rakto.
health-key-copy-no-root-remedy = Sukurkite jį komanda: redress keys root
health-key-copy-no-place = Raktai laikomi tik vienoje vietoje.
health-key-copy-no-place-remedy = Nurodykite aplanką kitame diske komanda: redress keys copy
health-key-copy-missing = Antrosios raktų kopijos nėra ten, kur ji turėtų būti.
health-key-copy-missing-remedy = Padarykite tą vietą vėl pasiekiamą arba nurodykite kitą komanda: redress keys copy
health-key-copy-older = Antroji raktų kopija nėra naujausia.
health-key-copy-older-remedy = Įrašykite ją iš naujo komanda: redress keys copy
health-connection = Ryšys
health-connection-ok = Slaptažodžiai perduodami apsaugoti.
health-connection-open = Serveris pasiekiamas be apsaugos; taip prisijungti negalima.
health-connection-open-remedy = Paleiskite su sertifikatu (--tls) arba už HTTPS tarpinio serverio, su --base-url.
health-rights = Teisės duomenų bazėje
health-rights-ok = Duomenų bazės rolė turi tik serveriui reikalingas teises.
health-rights-many = Duomenų bazės rolė turi daugiau teisių, negu reikia serveriui: { $rights }.
health-rights-many-remedy = Atimkite šias teises: ALTER ROLE … NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS, o rolėms, prasidedančioms pg_, – REVOKE. Jai užtenka valdyti savo duomenų bazę.
health-fonts = Laiškų šriftai
health-fonts-missing = Nerasta šrifto šioms kalboms: { $languages }
health-fonts-missing-remedy = Įdėkite šrifto failą į šriftų aplanką ir patikrinkite dar kartą.
health-journal-broken = Žurnalas nėra toks, koks buvo įrašytas
health-journal-broken-remedy = Atverkite žurnalo puslapį: jame parašyta, kuris įrašas skiriasi ir ką daryti pirmiausia.
health-top = Aukščiausioji vadovybė
health-top-ok = Apie reikšmingus skundus pranešama šį vaidmenį turintiems žmonėms.
health-top-deputy = Šio vaidmens niekas neturi. Jį atlieka visos organizacijos vadovai, jiems pranešama apie reikšmingus skundus.
health-top-deputy-remedy = Suteikite aukščiausiosios vadovybės vaidmenį tam, kas atsako už organizaciją.
health-top-none = Apie reikšmingą skundą nėra kam pranešti: nėra nei aukščiausiosios vadovybės, nei visos organizacijos vadovo.
health-top-none-remedy = Pridėkite žmogų, turintį aukščiausiosios vadovybės vaidmenį.
health-former = Ankstesnė versija
health-former-open = Tai, ką ankstesnė versija laikė neužšifruota, jau užšifruota, bet diske dar neperrašyta.
health-former-open-remedy = Atlaisvinkite diske vietos antrai duomenų bazės kopijai, užbaikite kitas ją naudojančias programas ir paleiskite Redress iš naujo.
