# When a new complaint waits until somebody confirms it.
slice-office-intake-limits = Ribos nuo antplūdžio
office-intake-limits = Ribos nuo antplūdžio
office-lead-intake-limits = Nuo kada naujas skundas laukia, kol jį kas nors patvirtins.
intake-limits-lead = Viršijus ribą niekas neatmetama ir neprarandama: skundas išsaugomas, gauna registracijos numerį ir laukia skyriuje „Tvirtintini skundai“. Jei prieš serverį veikia tarpinis serveris, nurodykite jį paleisdami, kad tinklus būtų galima atskirti.
field-intake-network-hour = Nauji vieno tinklo skundai per valandą
field-intake-network-hour-hint = Tinklas – tai biuras, biblioteka ar namai: pirmieji 24 IPv4 arba 64 IPv6 adreso bitai. Nuo dviejų trečdalių atsakoma sekunde vėliau.
field-intake-all-hour = Visi nauji skundai per valandą
field-intake-all-hour-hint = Per viešąją formą. Nustatykite gerokai daugiau nei judriausią valandą: viršijus laukia kiekvienas naujas skundas.
field-intake-programs-hour = Nauji vieno asmens programų skundai per valandą
field-intake-programs-hour-hint = Taikoma prieigos raktams. 0: kiek nori.
field-intake-network-day-mb = Vieno tinklo failai per dieną, MB
field-intake-network-day-mb-hint = Viršijus failai nesaugomi ir apie tai pasakoma; tekstas išsaugomas.
field-intake-letters-hour = El. laiškai su prašymu patvirtinti per valandą
field-intake-letters-hour-hint = Po vieną kiekvienam adresui. Kai 0, niekas neklausiamas ir tvirtina tik kolegos.
