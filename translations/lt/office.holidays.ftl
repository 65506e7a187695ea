# Public holidays that no list has yet, 6.2.
office-public-holidays = Naujai paskelbtos šventės
office-lead-public-holidays = Kai netikėtai paskelbiama nedarbo diena arba pridedama darbo diena, pagal įstatymą kinta ir atvirų skundų terminai. Nurodykite tai čia; pirmiausia parodoma, ką tai pakeistų.
field-list = Kurios šalies šventės
field-list-day = Diena
field-day-is = Ši diena yra
day-is-off = nedarbo
day-is-works = darbo
day-is-listed = tokia, kaip sąraše
field-day-name = Priežastis
field-day-name-hint = Pavyzdžiui: sausio 14 d. nutarimu paskelbta nedarbo diena
field-newest-list = Skaičiuoti pagal naujausią šios versijos sąrašą
field-newest-list-hint = Kol nenusprendžiate kitaip, atviriems skundams galioja jų gavimo dienos sąrašas.
holidays-lists = Čia galiojantys sąrašai
holidays-lists-none = Dar nenaudojamos nei taisyklės, nei švenčių sąrašas. Pasirinkite juos puslapiuose „Taisyklės ir terminai“ arba „Darbo dienos“.
holidays-version = Versija
holidays-list-newer = Šioje versijoje yra naujesnis sąrašas. Pažymėkite naujausią sąrašą viršuje, kad jis galiotų ir atviriems skundams.
holidays-as-listed = Nė viena diena nenustatyta kitaip nei sąraše.
