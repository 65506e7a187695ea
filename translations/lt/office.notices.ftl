# What colleagues are written to about, 7.3.
slice-office-notices = Pranešimai el. paštu
office-notices = Pranešimai el. paštu
office-lead-notices = Kai byla paskiriama jums, jos pareiškėjas parašo arba kolega jus pamini pastaboje. Ne darbo metu nieko nesiunčiama, o laiške yra tik numeriai. Apie terminus praneša priminimai.
field-notice-assigned = Byla paskiriama jums
field-notice-reply = Jūsų bylos pareiškėjas parašo
notice-pace-none = Be el. laiškų
notice-pace-instant = Iš karto
notice-pace-digest = Kartą per dieną, ryte
notice-subject = Jūsų skundų naujienos: { $n }
notice-letter = Su jumis susijusiuose skunduose yra naujienų. Organizacija: { $place }
notice-line-assigned = { $reference }: dabar tai jūsų byla.
notice-line-reply = { $reference }: pareiškėjas parašė.
notice-letter-why = Patys pasirenkate, kuriuos tokius laiškus gauti. Pakeisti galite čia:
field-notice-mention = Kolega jus pamini pastaboje
notice-line-mention = { $reference }: jus paminėjo pastaboje.
notice-line-glass = Du žmonės atvėrė jį kolegai: { $reference }
notice-line-second = Kolega prašo antro žvilgsnio: { $reference }
