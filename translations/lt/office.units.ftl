# The page of units.
office-units = Padaliniai
office-lead-units = Organizacijos dalys, kurių darbuotojai mato tik savo ir žemiau esančių padalinių skundus: parkas, skyrius, linija.
field-unit-name = Padalinio pavadinimas
field-unit-above = Aukštesnis padalinys
field-unit-above-hint = Aukštesnio padalinio darbuotojai mato ir šio padalinio skundus.
unit-below = Aukštesnis padalinys:
unit-change = Pervadinti arba perkelti
units-none = Padalinių nėra. Visi dirba visai organizacijai.
unit-new = Naujas padalinys
unit-add = Pridėti padalinį
unit-all = Visa organizacija
refusal-unit-name-needed = Įrašykite padalinio pavadinimą
refusal-unit-name-taken = Toks padalinys jau yra. Parinkite kitą pavadinimą.
refusal-unit-below-itself = Padalinys negali priklausyti pats sau arba padaliniui, kuris yra žemiau jo. Pasirinkite kitą.
