# What colleagues are written to about, 7.3.
slice-office-notices = Pranešimai el. paštu
office-notices = Pranešimai el. paštu
office-lead-notices = Kai byla paskiriama jums arba jos pareiškėjas parašo. Ne darbo metu nieko nesiunčiama, o laiške yra tik numeriai. Apie terminus praneša priminimai.
field-notice-assigned = Byla paskiriama jums
field-notice-reply = Jūsų bylos pareiškėjas parašo
notice-pace-none = Be el. laiškų
notice-pace-instant = Iš karto
notice-pace-digest = Kartą per dieną, ryte
notice-subject = Jūsų skundų naujienos: { $n }
notice-letter = Jūsų skunduose yra naujienų. Organizacija: { $place }
notice-line-assigned = { $reference }: dabar tai jūsų byla.
notice-line-reply = { $reference }: pareiškėjas parašė.
notice-letter-why = Šį laišką gaunate, nes taip pasirinkote. Pakeisti galite čia:
