# Pirmas administravimo puslapis, 6.4: kas nustatyta ir kas dar ne.
slice-office-start = Pirmieji administravimo žingsniai
start-next = Tolesni žingsniai
start-left = { $n ->
    [one] Liko { $n } žingsnis. Tvarka nesvarbi; žingsnis atliktas, kai tik įrašomas.
    [few] Liko { $n } žingsniai. Tvarka nesvarbi; žingsnis atliktas, kai tik įrašomas.
    [many] Liko { $n } žingsnio. Tvarka nesvarbi; žingsnis atliktas, kai tik įrašomas.
   *[other] Liko { $n } žingsnių. Tvarka nesvarbi; žingsnis atliktas, kai tik įrašomas.
}
start-all-done = Viskas, ko reikia skundams tvarkyti, nustatyta.
start-all = Visi administravimo puslapiai
start-state-open = Atlikti
start-state-delivered = Numatyta
start-state-done = Atlikta
start-contact = Kaip su jumis susisiekti
start-contact-open = Įrašykite telefono numerį arba adresą. Jis rodomas laiškuose ir viešuose puslapiuose.
start-contact-outside = Įrašykite, į kurią išorės instituciją galima kreiptis. Tai turi būti kiekviename sprendime.
start-contact-done = Kontaktai ir išorės institucija rodomi laiškuose ir viešuose puslapiuose.
start-people = Žmonės, tvarkantys skundus
start-people-open = Skundų dar niekas netvarko. Pakvieskite tvarkytoją arba vadovą.
start-people-done = { $n ->
    [one] Skundus tvarko { $n } žmogus.
    [few] Skundus tvarko { $n } žmonės.
    [many] Skundus tvarko { $n } žmogaus.
   *[other] Skundus tvarko { $n } žmonių.
}
start-mail = Laiškų siuntimas
start-mail-open = Pašto tarnyba nenurodyta. Laiškai laukia arba spausdinami ir siunčiami paštu.
start-mail-done = Serveris: { $host }
start-closures = Nedarbo dienos
start-closures-open = Būsimos šventės neįrašytos, todėl terminuose jos skaičiuojamos kaip darbo dienos.
start-closures-done = { $n ->
    [one] Įrašyta { $n } būsima diena.
    [few] Įrašytos { $n } būsimos dienos.
    [many] Įrašyta { $n } būsimos dienos.
   *[other] Įrašyta { $n } būsimų dienų.
}
start-lists = Problemų rūšys ir ištaisymo priemonės
start-lists-delivered = Siūlomi standarto sąrašai. Galite nustatyti savo tvarką ir žodžius.
start-lists-done = Sąrašai – jūsų tvarka ir jūsų žodžiais.
start-portal = Vieši puslapiai
start-portal-delivered = Juose – bendras tekstas. Galite pridėti savo įžangą.
start-portal-done = Juose yra jūsų pačių žodžių.
start-retention = Kiek laiko skundai saugomi
start-retention-delivered = Numatyta mėnesių nuo užbaigimo: skundams – { $complaint }, paklausimams ir dubliuotiems – { $other }. Patikrinkite, ar taip reikalauja teisės aktai.
start-retention-done = Mėnesių nuo užbaigimo: skundams – { $complaint }, paklausimams ir dubliuotiems – { $other }.
start-trial = Pirmas skundas
start-trial-open = Pateikite jį patys viešame puslapyje ir pažiūrėkite, ar jis pasiekia darbo stalą.
start-trial-done = Skundas gautas ir įrašytas.
start-backup = Atsarginė kopija
start-backup-open = Atsarginės kopijos dar nėra. Komanda: redress backup FILE
start-backup-done = Padaryta: { $at }
