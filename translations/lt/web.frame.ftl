# The frame round every page.
frame-help = Reikia pagalbos? Skambinkite: { $phone }
frame-call = Skambinti: { $phone }
frame-sample = Pavyzdiniai duomenys: čia nieko nėra tikra ir jokia žinutė neišsiunčiama.
frame-sample-short = Pavyzdžiai
frame-how = Kaip nagrinėjame skundus
frame-staff = Darbuotojams
frame-menu = Meniu
frame-search = Ieškoti skundų
frame-person = Prisijungta: { $name }
frame-live = Atnaujinama
frame-offline = Nėra ryšio
frame-signed-out = Atsijungta
frame-palette = Rasti ar atlikti
