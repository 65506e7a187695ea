# The page of units.
office-units = Padaliniai
office-lead-units = Organizacijos dalys, kurių žmonės mato tik savo skundus: depas, filialas, linija.
field-unit-name = Padalinio pavadinimas
units-none = Padalinių nėra. Visi dirba visai organizacijai.
unit-new = Naujas padalinys
unit-add = Pridėti padalinį
unit-all = Visa organizacija
refusal-unit-name-needed = Įrašykite padalinio pavadinimą
refusal-unit-name-taken = Toks padalinys jau yra. Parinkite kitą pavadinimą.
