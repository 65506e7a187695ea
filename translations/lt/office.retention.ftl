# Užbaigtų skundų saugojimo terminai, 8.1.
office-retention = Saugojimo terminai
office-lead-retention = Kiek laiko saugomi užbaigtų skundų vardai, kontaktai ir tekstai.
field-retention-complaint = Skundai (mėnesiai)
field-retention-complaint-hint = Skaičiuojama nuo užbaigimo, nuo 1 iki 600 mėnesių
field-retention-other = Paklausimai, dubliuoti skundai, nepatenkantys į taikymo sritį (mėnesiai)
field-retention-other-hint = Kas įvertinus nelaikoma atskiru skundu, nuo 1 iki 600 mėnesių
field-retention-lines = Kiti terminai atskiroms problemų rūšims
field-retention-lines-hint = Tos rūšies skundams jie galioja vietoj pirmojo termino. Tuščia eilutė nieko nereiškia; išsaugojus atsiranda daugiau eilučių.
retention-no-lines = Nė viena problemų rūšis savo termino neturi.
retention-line-category = Problemos rūšis, eilutė { $n }
retention-line-months = Mėnesiai, eilutė { $n }
retention-months = mėn.
problem-retention-line = Eilutė { $n }: pasirinkite problemos rūšį ir įrašykite mėnesius, nuo 1 iki { $max }
problem-retention-twice = Šios eilutės problemos rūšis jau yra ankstesnėje: { $n }
problem-retention-many = Savo terminą gali turėti ne daugiau rūšių kaip: { $max }
retention-effect = Ką pakeistų šie terminai
retention-effect-now = Dabar terminas praėjęs: { $before }. Su šiais terminais: { $after }.
retention-effect-of = Užbaigti skundai pagal termino pabaigą. Iš viso: { $n }
retention-when = Termino pabaiga
retention-before = Kaip nustatyta
retention-after = Kaip įrašyta čia
retention-when-now = Jau pasibaigęs
retention-when-until = Iki { $day }
retention-when-later = Vėliau
retention-past = Saugojimo terminas praėjęs
retention-past-none = Nė vieno užbaigto skundo saugojimo terminas nepraėjęs.
retention-next = Artimiausia termino pabaiga: { $day }
retention-none-closed = Saugojimo terminai dar neskaičiuojami: jie prasideda užbaigus skundą.
retention-past-count = { $n ->
    [one] { $n } užbaigto skundo saugojimo terminas praėjęs.
    [few] { $n } užbaigtų skundų saugojimo terminas praėjęs.
    [many] { $n } užbaigto skundo saugojimo terminas praėjęs.
   *[other] { $n } užbaigtų skundų saugojimo terminas praėjęs.
}
retention-past-many = Užbaigtų skundų, kurių saugojimo terminas praėjęs, yra daugiau nei { $n }.
retention-past-first = Skundai, kurių terminas baigėsi anksčiausiai (iki { $n })
retention-past-all = Užbaigti skundai, kurių saugojimo terminas praėjęs
retention-past-hidden = Kas gali matyti skundus, šiame puslapyje randa jų sąrašą.
retention-case = Skundas
retention-closed-on = Užbaigtas
retention-kept-until = Saugomas iki
retention-by-people = Sistema „Redress“ pati nieko neištrina: ką daryti su skundu, kurio saugojimo terminas praėjęs, sprendžia žmonės.
# 
second-act-retention = Kiti saugojimo terminai
