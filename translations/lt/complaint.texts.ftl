# Tekstai atsakymams
slice-complaint-texts = Tekstai atsakymams
texts = Tekstai
texts-lead = Parengti atsakymų tekstai pareiškėjo kalba. Jie įkeliami į jūsų atsakymą; perskaitote ir išsiunčiate.
texts-new = Naujas tekstas
texts-shipped = Pradinis
texts-version = Versija { $n }
texts-retired = Nebesiūlomas
texts-missing = Neparašyta kalbomis:
texts-variables = Šie žodžiai pakeičiami skundo duomenimis:
texts-languages-hint = Jei kuria nors kalba gerai parašyti negalite, palikite tuščią. Ji bus rodoma kaip trūkstama ir niekada nepakeičiama kita.
texts-none-yet = Dar neparašyta
texts-name = Pavadinimas
texts-body = Tekstas
texts-preview = Pavyzdys
texts-save = Išsaugoti kaip naują versiją
texts-retire = Nebesiūlyti šio teksto
texts-restore = Vėl siūlyti šį tekstą
texts-choose = Pasirinkti tekstą
texts-in-language = Šiam pareiškėjui, kalba:
texts-empty = Parengtų tekstų nėra. Pirmąjį parašykite skiltyje „Tekstai“.
texts-insert = Įkelti į atsakymą
texts-lacks = Nėra ko įrašyti vietoj:
texts-not-in-language = Šis tekstas neparašytas pareiškėjo kalba.
texts-write-it = Parašyti šia kalba
texts-use = Naudoti tekstą
texts-open = Prieš siųsdami įrašykite vietoj:
refusal-text-empty = Parašykite tekstą bent viena kalba.
refusal-text-half = Šia kalba įrašykite ir pavadinimą, ir tekstą arba abu palikite tuščius.
refusal-text-unknown-variable = Tokio žodžio nėra: { $variable }. Pasirinkite iš išvardytų aukščiau.
refusal-text-changed = Kolega tuo metu išsaugojo naujesnę versiją. Jūsų tekstas tebėra žemiau; išsaugokite dar kartą ir jis taps naujausia versija.
refusal-texts-too-many = Tekstų jau yra tiek: { $max }. Pakeiskite nebereikalingą.
refusal-text-variable-open = Tekste dar liko { $variable }. Įrašykite, kas ten turi būti, ir siųskite.
text-ask-more-name = Prašymas papildyti
text-ask-more-body =
    Dėkojame už skundą. Jo dalykas: { $subject }

    Kad galėtume jį ištirti, prašome atsiųsti:

    …

    Atsakykite į šį laišką arba paskambinkite. Jei negalite gauti, parašykite – rasime kitą būdą.

    Atsakysime iki { $due }.
text-reminder-name = Priminimas: laukiame atsakymo
text-reminder-body =
    Prašėme papildyti skundą, gautą { $received }, bet atsakymo dar nesulaukėme.

    Atsiųsti galite ir dabar. Negavę spręsime iš to, ką turime. Galite ir paskambinti: { $phone }
text-status-name = Kaip sekasi nagrinėti skundą
text-status-body =
    Pranešame, kaip nagrinėjamas skundas, gautas { $received }. Nagrinėja: { $handler }

    Kas padaryta:

    …

    Kas toliau:

    …

    Atsakysime iki { $due }.
text-put-right-name = Ištaisyta iš karto
text-put-right-body =
    Pranešėte apie: { $subject }

    Jūs teisūs, atsiprašome. Štai ką padarėme:

    …

    Jei kas nors dar negerai, atsakykite į šį laišką.
text-call-arranged-name = Paskambinsime
text-call-arranged-body =
    Norėtume pasikalbėti apie jūsų skundą. Skambins: { $handler }

    Kada skambinsime:

    …

    Jei patogesnis kitas laikas, atsakykite į šį laišką arba paskambinkite: { $phone }
fact-template-written = Teksto ruošinys: nauja versija
fact-template-retired = Teksto ruošinys: siūlomas arba nebe
