# 5.4.1 Kada skundas reikšmingas
slice-office-significant = Kada skundas reikšmingas
office-lead-significant = Kada apie skundą pranešama aukščiausiajai vadovybei ir per kiek laiko ji patvirtina.
office-significant = Reikšmingi skundai
significant-lead = Apie šiuos skundus aukščiausiajai vadovybei pranešama iš karto, o ji patvirtina, kad žino. Pavojus žmonėms skaičiuojamas visada, o kas dar, nusprendžiate čia. Apie kitą pagrindą gali pranešti kiekvienas darbuotojas.
field-significant-amounts = Sumos
field-significant-amounts-hint = Po eilutę kiekvienai valiutai: EUR 5000. Nuo tokios reikalaujamos ar siūlomos sumos.
field-significant-people = Skundų ar žmonių skaičius
field-significant-people-hint = Tiek skundų dėl vienos priežasties arba tiek paliestų žmonių.
field-significant-categories = Kategorijos, kurios yra teisinis klausimas
field-significant-categories-hint = Tokios kategorijos skundas reikšmingas nuo gavimo.
field-confirm-hours = Valandos iki patvirtinimo
field-confirm-hours-hint = Skaičiuojamos darbo valandos.
field-safety-hours = Valandos, kai gresia pavojus žmonėms
field-safety-hours-hint = Skaičiuojamas tikras laikas, ir naktį, ir nedarbo dienomis.
problem-significant-line = { $n } eilutė nėra suma. Įrašykite valiutą ir sumą, pavyzdžiui, EUR 5000.
problem-significant-twice = { $n } eilutėje valiuta kartojasi. Kiekvienai užtenka vienos eilutės.
problem-significant-many = Daugiausia valiutų: { $max }
significant-would = Kas pasikeistų
significant-would-open = { $n ->
    [one] Peržiūrėtas { $n } nagrinėjamas skundas.
    [few] Peržiūrėti { $n } nagrinėjami skundai.
    [many] Peržiūrėta { $n } nagrinėjamo skundo.
   *[other] Peržiūrėta { $n } nagrinėjamų skundų.
}
significant-would-none = Nė vienas netaptų reikšmingas.
significant-would-touch = { $n ->
    [one] { $n } taptų reikšmingas.
    [few] { $n } taptų reikšmingi.
    [many] { $n } taptų reikšmingo.
   *[other] { $n } taptų reikšmingų.
}
significant-ground = Pagrindas
significant-would-hint = Išsaugojus jie taps reikšmingi ir bus pranešta aukščiausiajai vadovybei. Kas jau reikšminga, tokia lieka, kol aukščiausioji vadovybė nusprendžia kitaip.
