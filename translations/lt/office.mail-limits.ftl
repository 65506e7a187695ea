# Limits for e-mail that becomes complaints and is answered by itself.
slice-office-mail-limits = El. laiškų ribos
office-mail-limits = El. laiškų ribos
office-lead-mail-limits = Kiek el. laiškų be žmogaus tampa skundais ir sulaukia atsakymo.
mail-limits-lead = Viršijus ribą niekas neatmetama ir neprarandama: laiškas arba jo patvirtinimas laukia žmogaus.
field-mail-new-a-day = Nauji vieno adreso skundai per dieną
field-mail-new-a-day-hint = Kiti laiškai laukia skyriuje „Skirstomi el. laiškai“.
field-mail-replies-a-day = Vieno adreso atsakymai per dieną
field-mail-answers-address = Automatiniai atsakymai vienam adresui per valandą
field-mail-answers-address-hint = Kai 1, viena kitai atsakančios mašinos sustoja po vieno atsakymo.
field-mail-answers-hour = Visi automatiniai atsakymai per valandą
field-mail-answers-hour-hint = Viršijus, patvirtinimai laukia, kol juos išsiųs žmogus.
field-mail-days-old = Po kiek dienų laiškas laikomas senu
field-mail-days-old-hint = Prijungus pašto dėžutę su senais laiškais, jie laukia žmogaus ir į juos neatsakoma.
