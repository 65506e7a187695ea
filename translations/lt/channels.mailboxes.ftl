# The mail ledger: what was fetched, once, and what became of it.
slice-channels-mailboxes = El. laiškų registras
fact-mail-taken = El. laiškas priimtas
fact-mail-sorted = El. laiškas priskirtas
fact-mailbox-reconciled = Pašto dėžutė sutikrinta su registru
office-mailboxes = Pašto dėžutės
office-mailbox = Pašto dėžutė
office-mailbox-new = Nauja pašto dėžutė
office-lead-mailboxes = Čia el. paštu gaunami skundai. Kiekvienas laiškas registre įrašomas vieną kartą.
office-mail-ledger = El. laiškų registras
office-lead-mail-ledger = Visi į mūsų dėžutes atėję laiškai ir kas su jais padaryta. Niekas neišmetama.
field-mailbox-name = Pavadinimas
field-mailbox-name-hint = Kaip ją vadina kolegos.
field-mailbox-address = El. pašto adresas
field-mailbox-address-hint = Kuriuo žmonės rašo. Kas ateina iš jo, yra mūsų pačių ir skundu nelaikoma.
field-mailbox-kind = Kaip laiškai čia patenka
mailbox-kind-imap = Redress paima iš pašto serverio (IMAP)
mailbox-kind-smtp = Pašto serveris atneša čia (SMTP)
mailbox-kind-lmtp = Šio tinklo pašto serveris pristato čia (LMTP)
field-mailbox-host = Serveris
field-mailbox-host-hint = Paimant – serverio vardas, pavyzdžiui, imap.example.org. Priimant – šio kompiuterio adresas, kuriuo laukiama, pavyzdžiui, 127.0.0.1.
field-mailbox-port = Prievadas
field-mailbox-port-hint = Paimant dažniausiai 993 arba 143.
field-mailbox-security = Šifravimas
field-mailbox-user = Naudotojo vardas
field-mailbox-user-when = (paimant)
field-mailbox-way = Prisijungimas
mailbox-way-password = Slaptažodžiu
mailbox-way-token = Prieigos raktu (OAuth 2.0, XOAUTH2)
field-mailbox-secret = Slaptažodis arba raktas
field-mailbox-secret-when = (paimant)
mailbox-secret-kept = Jau įrašyta. Palikite tuščią, jei keisti nereikia; ji daugiau nerodoma.
mailbox-secret-sealed = Laikoma užantspauduota raktų failu, ne žurnale, ir daugiau nerodoma.
field-mailbox-token-until = Paskutinė rakto diena
field-mailbox-token-until-hint = Pranešime prieš savaitę.
field-mailbox-folder = Aplankas
field-mailbox-after = Kas po to daroma serveryje
mailbox-after-leave = Nieko: laiškas lieka, koks buvo
mailbox-after-seen = Pažymimas kaip skaitytas
mailbox-after-move = Perkeliamas į kitą aplanką
field-mailbox-move-to = Kitas aplankas
field-mailbox-poll = Kas kiek sekundžių tikrinama
field-mailbox-poll-hint = Skirta serveriams, kurie patys nepraneša apie naują laišką.
field-mailbox-silent = Po kelių tylos dienų pranešti
field-mailbox-silent-hint = Tiek dienų negavus laiško, tai parodo būklės puslapis.
field-mailbox-authserv = Vardas, kuriuo serveris žymi savo patikras
field-mailbox-authserv-hint = Pirmas gauto laiško eilutės Authentication-Results žodis. Tikima tuo, kas pažymėta šiuo vardu; palikus tuščią, netikima niekuo.
field-mailbox-authority = Savos sertifikavimo įstaigos sertifikatas
field-mailbox-authority-hint = Tik jei serverio sertifikatą išdavė jūsų organizacija (PEM). Tada šiai pašto dėžutei tikima tik ja.
field-mailbox-unit = Naujų skundų padalinys
field-mailbox-unit-hint = Pirmiausia juos mato šio padalinio žmonės.
field-mailbox-language = Šios dėžutės kalba
field-mailbox-language-hint = Kai laiško kalbos atpažinti negalima.
field-mailbox-plus = Serveris priima adresus su +
field-mailbox-plus-hint = Tada atsakymas savo skundą randa pagal adresą.
field-mailbox-active = Įjungta
problem-mailbox-listen = Norėdami priimti laiškus, įrašykite šio kompiuterio adresą, pavyzdžiui, 127.0.0.1
problem-mailbox-authority = Įklijuokite visą sertifikatą nuo BEGIN CERTIFICATE.
refusal-mailboxes-too-many = Daugiau dėžučių būti negali. Uždarykite nebereikalingą.
refusal-mailbox-name-taken = Taip jau vadinasi kita dėžutė. Parinkite kitą pavadinimą.
refusal-mailbox-address-taken = Šio adreso laiškus jau priima kita dėžutė.
mailboxes-none = Dar neskaitoma nė viena dėžutė: skundai el. paštu čia nepatenka. Pridėkite ją ir iškart išbandykite.
mailbox-add = Pridėti dėžutę
mailbox-state = Būsena
mailbox-looked = Paskutinis patikrinimas
mailbox-compared = Registre, iš esančių serveryje
mailbox-compared-line = { $accounted } iš { $server }
mailbox-newest = Naujausias laiškas
mailbox-unsorted = Laukia peržiūros
mailbox-off = Išjungta
mailbox-well = Veikia
mailbox-untried = Dar neišbandyta
mailbox-stands = Kaip sekasi
mailbox-ledger-of = Šios dėžutės laiškai
mailbox-try = Išbandyti gavimą
mailbox-try-lead = Dėžutė atidaroma dabar, kaip įrašyta toliau. Serveryje niekas nekeičiama.
mailbox-try-now = Bandyti gauti
mailbox-tried = Bandymo rezultatas
mailbox-tried-unread = Naujausio laiško perskaityti nepavyko. Pažiūrėkite į serverio žurnalą.
mailbox-tried-idle = Apie naują laišką serveris praneša pats.
mailbox-tried-asks = Apie naują laišką serveris pats nepraneša; jis retkarčiais paklausiamas.
mailbox-terms = Nuostatos
mailbox-seldom = Kiti nustatymai
mailbox-close = Uždaryti dėžutę
mailbox-close-lead = Ji nebeskaitoma, slaptažodis ištrinamas. Jos laiškai lieka registre.
office-done-mailbox-added = Dėžutė pridėta. Dabar ją išbandykite.
office-done-mailbox-opened = Dėžutė pridėta. Dabar išsiųskite į ją vieną laišką: per kelias sekundes jis atsiras žurnale.
office-done-mailbox-closed = Dėžutė uždaryta.
dialogue = Kas buvo pasakyta
dialogue-without = Be slaptažodžių, raktų ir laiškų teksto.
dialogue-ours = Mes
dialogue-theirs = Serveris
dialogue-connected = Prisijungta
dialogue-encrypted = Toliau šifruojama
mailbox-fault-unknown = Serverio vardas niekur neveda. Patikrinkite jį.
mailbox-fault-out-of-bounds = Šiuo adresu nesijungiama: nešifruotai – tik šiame kompiuteryje, o ten, kur debesys laiko raktus, – niekada.
mailbox-fault-not-reached = Ten niekas neatsiliepia. Patikrinkite vardą, prievadą ir ar šis kompiuteris gali jį pasiekti.
mailbox-fault-slow = Serveris atsako per lėtai. Bandome toliau.
mailbox-fault-cut = Ryšys nutrūko. Tęsime nuo tos vietos.
mailbox-fault-certificate-expired = Serverio sertifikatas baigė galioti. Jį turi atnaujinti serverio prižiūrėtojas.
mailbox-fault-certificate-not-yet-valid = Serverio sertifikatas dar negalioja. Patikrinkite abiejų kompiuterių laikrodžius.
mailbox-fault-certificate-other-name = Serverio sertifikatas išduotas kitam vardui. Įrašykite jame nurodytą vardą.
mailbox-fault-certificate-unknown-issuer = Serverio sertifikatą pasirašė nežinoma įstaiga. Jei ji jūsų, įklijuokite jos sertifikatą toliau.
mailbox-fault-certificate-bad = Serverio sertifikatas netinkamas. Jį turi peržiūrėti serverio prižiūrėtojas.
mailbox-fault-not-tls = Serveris yra, bet šis prievadas nešifruotas. Pasirinkite kitą šifravimą arba prievadą.
mailbox-fault-no-starttls = Serveris čia šifravimo nesiūlo. Pasirinkite TLS nuo pat pradžių, dažniausiai 993 prievadą.
mailbox-fault-not-imap = Ten kažkas atsiliepia, bet tai ne IMAP serveris. Patikrinkite vardą ir prievadą.
mailbox-fault-login-refused = Serveris nepriima naudotojo vardo ir slaptažodžio arba rakto. Įveskite iš naujo.
mailbox-fault-no-way-in = Serveris nesiūlo mums žinomo prisijungimo būdo. Paklauskite tiekėjo, ar priimamas slaptažodis arba raktas (XOAUTH2).
mailbox-fault-busy = Serveris užimtas arba riboja prisijungimus. Bandome toliau.
mailbox-fault-goodbye = Serveris pats nutraukė ryšį. Bandome toliau.
mailbox-fault-no-folder = Tokio aplanko nėra. Patikrinkite pavadinimą.
mailbox-fault-refused = Serveris atmetė komandą. Pažiūrėkite bandymo pokalbį.
mailbox-fault-senseless = Serverio atsakymas nesuprantamas. Pažiūrėkite bandymo pokalbį.
mailbox-fault-renumbered = Serveris laiškus numeruoja iš naujo. Kiekvienas peržiūrimas ir atpažįstamas.
mailbox-fault-too-large = Vienas laiškas didesnis, nei čia priimama. Jis lieka serveryje, o pradžia yra registre.
mailbox-fault-not-kept = Mūsų saugykla dabar nieko nepriima, todėl nieko neimama ir niekas nedingsta. Pažiūrėkite kitas būklės eilutes.
mailbox-fault-ended = Šios pašto dėžutės skaitymas nutrūko dėl nenumatytos priežasties. Per dvi minutes jis prasidės iš naujo; niekas nedingsta.
mailbox-fault-not-listening = Šio adreso ir prievado atidaryti nepavyksta: jie užimti arba ne šio kompiuterio. Pasirinkite kitus.
mailbox-fault-unmarked = Laiškai gauti, bet serveris neleidžia jų nei pažymėti, nei perkelti. Patikrinkite, kas daroma po to.
mailbox-fault-no-credential = Nėra slaptažodžio arba rakto, galbūt po atkūrimo. Įveskite iš naujo.
mailbox-found-not-compared = Registras jau dvi dienas nesutikrintas su serveriu.
mailbox-found-token-ended = Raktas nebegalioja. Įveskite naują.
health-mailboxes = Pašto dėžutės
health-mailboxes-need = Dėžutės, kurioms reikia žmogaus: { $names }
health-mailboxes-need-remedy = Atverkite administravimo puslapį „Pašto dėžutės“: prie kiekvienos parašyta, kas negerai ir ką daryti.
mail-fate-unsorted = Dar niekas nežiūrėjo
mail-fate-copy = Kito laiško kopija
mail-fate-quarantined = Atidėta, nuspręs žmogus
mail-fate-not-a-complaint = Ne skundas
ledger-fate = Kas iš jo išėjo
ledger-all-fates = Viskas
ledger-all-mailboxes = Visos dėžutės
ledger-message-id = Laiško ID (Message-ID)
ledger-filter = Rodyti
ledger-none = Laiškų nėra. Kas ateina į dėžutę, čia atsiranda per kelias sekundes.
ledger-arrived = Gauta
ledger-size = Dydis
ledger-older = Senesni laiškai
fact-mailbox-added = Pašto dėžutė pridėta
fact-mailbox-changed = Pašto dėžutės nuostatos pakeistos
fact-mailbox-closed = Pašto dėžutė uždaryta
mailbox-tried-opened = { $n ->
    [0] Aplankas atsivėrė. Jis tuščias.
    [one] Aplankas atsivėrė. Jame { $n } laiškas.
    [few] Aplankas atsivėrė. Jame { $n } laiškai.
    [many] Aplankas atsivėrė. Jame { $n } laiško.
   *[other] Aplankas atsivėrė. Jame { $n } laiškų.
}
mailbox-found-missed = { $n ->
    [one] Serveryje rastas { $n } laiškas, kurio registre nebuvo. Jis tada paimtas.
    [few] Serveryje rasti { $n } laiškai, kurių registre nebuvo. Jie tada paimti.
    [many] Serveryje rasta { $n } laiško, kurio registre nebuvo. Jis tada paimtas.
   *[other] Serveryje rasta { $n } laiškų, kurių registre nebuvo. Jie tada paimti.
}
mailbox-found-unreadable = { $n ->
    [one] { $n } laiškas laukia, kol jį perskaitys žmogus.
    [few] { $n } laiškai laukia, kol juos perskaitys žmogus.
    [many] { $n } laiško laukia, kol jį perskaitys žmogus.
   *[other] { $n } laiškų laukia, kol juos perskaitys žmogus.
}
mailbox-found-silent = { $n ->
    [one] Jau { $n } dieną niekas neatėjo. Parašykite šiuo adresu ir pažiūrėkite, ar laiškas ateina.
    [few] Jau { $n } dienas niekas neatėjo. Parašykite šiuo adresu ir pažiūrėkite, ar laiškas ateina.
    [many] Jau { $n } dienos niekas neatėjo. Parašykite šiuo adresu ir pažiūrėkite, ar laiškas ateina.
   *[other] Jau { $n } dienų niekas neatėjo. Parašykite šiuo adresu ir pažiūrėkite, ar laiškas ateina.
}
mailbox-found-token-ends = { $n ->
    [one] Raktas galios dar { $n } dieną. Iki tol įveskite naują.
    [few] Raktas galios dar { $n } dienas. Iki tol įveskite naują.
    [many] Raktas galios dar { $n } dienos. Iki tol įveskite naują.
   *[other] Raktas galios dar { $n } dienų. Iki tol įveskite naują.
}
health-mailboxes-ok = { $n ->
    [one] Skaitoma { $n } dėžutė.
    [few] Skaitomos { $n } dėžutės.
    [many] Skaitoma { $n } dėžutės.
   *[other] Skaitoma { $n } dėžučių.
}
