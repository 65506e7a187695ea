# The desk: the rail, the list, the case page.

## The rail and the list
desk-queues = Eilės
desk-waits = Laukiama
desk-more = Kita
desk-outbox = Laiškai ir skambučiai
desk-admin = Administravimas
desk-found = Paieškos rezultatai
desk-found-for = Ieškota: { $query }
desk-open-count = { $n ->
    [one] { $n } neužbaigtas
    [few] { $n } neužbaigti
    [many] { $n } neužbaigto
   *[other] { $n } neužbaigtų
}
desk-sort-due = Rikiuoti pagal terminą
desk-sort-received = Rikiuoti pagal gavimą
desk-filter-on = Rodyti
desk-filter-off = Panaikinti filtrą
desk-any = Visi
desk-by-stage = Etapas
desk-by-channel = Kanalas
desk-by-language = Kalba
desk-by-category = Problemos kategorija
desk-by-priority = Prioritetas
desk-by-owner = Atsakingas asmuo
desk-pages = Sąrašo puslapiai
desk-first-page = Pirmas puslapis
desk-next-page = Kitas puslapis
desk-nameless = Vardas nenurodytas
desk-needs-reply = Pareiškėjas laukia atsakymo
desk-choose = Pasirinkite skundą iš sąrašo.
desk-empty-mine = { $n ->
    [one] Jūsų niekas nelaukia. { $n } skundas neturi atsakingo asmens: paimkite jį iš nepriskirtų eilės.
    [few] Jūsų niekas nelaukia. { $n } skundai neturi atsakingo asmens: paimkite vieną iš nepriskirtų eilės.
    [many] Jūsų niekas nelaukia. { $n } skundo neturi atsakingo asmens: paimkite jį iš nepriskirtų eilės.
   *[other] Jūsų niekas nelaukia. { $n } skundų neturi atsakingo asmens: paimkite vieną iš nepriskirtų eilės.
}
desk-empty-filter = Šiems filtrams netinka joks skundas. Panaikinkite vieną iš jų arba pažiūrėkite kitą eilę.
desk-empty-all = Neužbaigtų skundų nėra. Naujas skundas registruojamas mygtuku „Naujas skundas“.

## The head of a case
desk-owner = Atsakingas asmuo: { $name }
desk-no-owner = Nepriskirtas
desk-no-subject = Skundas be temos
desk-acts = Kiti žingsniai
desk-stages = 7 skyriaus žingsniai
desk-step-receipt = Gavimas
desk-step-tracking = Stebėjimas
desk-step-assessment = Pirminis įvertinimas
desk-step-response = Atsakas
desk-step-closing = Užbaigimas
desk-step-done = atlikta

## A form that came back
desk-changed = Kol rašėte, šis skundas pasikeitė
desk-changed-how = Dar nieko neįrašyta. Štai kas per tą laiką įvyko; jūsų tekstas tebėra formoje žemiau.
desk-changed-form = Eiti prie mano teksto
desk-files-again = Tekstas išsaugotas. Failus pasirinkite dar kartą.
desk-undo-window = { $seconds ->
    [one] Žinutė išsiunčiama po { $seconds } sekundės.
    [few] Žinutė išsiunčiama po { $seconds } sekundžių.
    [many] Žinutė išsiunčiama po { $seconds } sekundės.
   *[other] Žinutė išsiunčiama po { $seconds } sekundžių.
}

## The timeline
desk-system = Redress (automatiškai)
desk-former-colleague = Buvęs kolega
desk-occurred = Įvyko: { $at }
desk-erased = Tekstas ištrintas; įraše liko tik tai, kad jis buvo.
desk-file = Failas
desk-file-erased = Ištrintas failas
desk-file-odd = Pavadinimas neatitinka turinio: atverkite atsargiai.
desk-unreadable = { $n ->
    [one] { $n } įrašas sukurtas naujesnės versijos ir čia nerodomas.
    [few] { $n } įrašai sukurti naujesnės versijos ir čia nerodomi.
    [many] { $n } įrašo sukurta naujesnės versijos ir čia nerodoma.
   *[other] { $n } įrašų sukurta naujesnės versijos ir čia nerodoma.
}
desk-message-queued = Dar neišsiųsta
desk-message-sent = Išsiųsta
desk-message-failed = Nepavyko pristatyti
desk-message-withdrawn = Atšaukta
desk-print-letter = Spausdinti laišką
desk-preview-note = Rodoma be paslėptų duomenų, tokių kaip vieta ar įrenginys. Originalas užplombuotas ir nepakeistas, jį galima atsisiųsti paspaudus nuorodą aukščiau.

## Composers and panels
desk-compose = Rašyti
desk-panels = Žingsniai ir įrašai
desk-not-yet = { $n ->
    [one] { $n } žingsnis dabar negalimas: kodėl
    [few] { $n } žingsniai dabar negalimi: kodėl
    [many] { $n } žingsnio dabar negalima atlikti: kodėl
   *[other] { $n } žingsnių dabar negalima atlikti: kodėl
}

## Beside the timeline
desk-side = Apie šį skundą
desk-name = Vardas ir pavardė
desk-email = El. paštas
desk-phone = Telefonas
desk-address = Adresas
desk-authority = Atstovavimo pagrindas
desk-about = Skundas
desk-channel = Gavimo būdas
desk-received = Gauta
desk-recorded = Užregistruota
desk-late-reason = Kodėl įrašyta vėliau
desk-wish = Ko prašoma
desk-remedies = Prašomos ištaisymo priemonės
desk-dates = Terminai
desk-due-assessment = Pirminis įvertinimas
desk-due-closure = Užbaigimas
desk-kept-until = Saugoma iki
desk-kept-over = Saugojimo terminas praėjęs.
desk-not-needed = Nereikia
desk-evidence = Turimi įrodymai
desk-on-file = yra
desk-missing = dar nėra
desk-files = Failai
desk-links = Susiję skundai
desk-links-more = Dar ryšių: { $n }
desk-journal = Įrašų žurnalas
desk-sealed = Įrašų apie šį skundą: { $entries }. Visame žurnale: { $all }.
desk-proof = Išsaugoti įrodymą (JSON)
timeline-dates-recounted = Terminai perskaičiuoti pagal darbo kalendorių ir tikslinius terminus
desk-recounting = Terminai perskaičiuojami: { $done } iš { $total }. Skundo puslapyje jau rodomi nauji terminai; sąrašai ir rodikliai atnaujinami paeiliui.
desk-previous-case = Ankstesnis
desk-next-case = Kitas
desk-to-list = Atgal
desk-copy-reference = Kopijuoti numerį
desk-copied = Numeris nukopijuotas.
desk-diff = Jūsų ir kolegos tekstai, palyginti žodis po žodžio
desk-diff-how = Perbraukta – yra tik kolegos tekste. Pabraukta – tik jūsų. Abu tekstai išsaugoti.

## A group with one cause
group-title = Tos pačios priežasties skundai
group-lead-is = Tiriama prie skundo:
group-all = Visi šios grupės skundai
group-investigation = Visos grupės tyrimas
group-source = Įrašyta prie skundo:
group-nothing-yet = Ten dar nieko neįrašyta.
group-evidence = Įrodymai
group-files = { $n ->
    [one] { $n } failas
    [few] { $n } failai
    [many] { $n } failo
   *[other] { $n } failų
}
group-own-answer = Kiekvienas pareiškėjas gauna savo atsakymą; terminai nesikeičia.
group-empty = Kitų skundų šioje grupėje dar nėra. Sąraše pažymėkite skundus ir pasirinkite „Priskirti tos pačios priežasties grupei“.
group-answered = Atsakyta: { $answered } iš { $n }
desk-continuing = Ar tebevyksta
desk-done-to-tell = Tai laukia skiltyje „Laiškai ir skambučiai“, kol kas nors pasakys pareiškėjui ir tai pažymės. Iki tol jis apie tai nežino. Anuliuoti galite per 10 sekundžių.
desk-done-to-post = Laiškas laukia skiltyje „Laiškai ir skambučiai“, kol bus išspausdintas ir išsiųstas. Iki tol pareiškėjas apie tai nežino. Anuliuoti galite per 10 sekundžių.
desk-other-language = Atrodo, kad šis tekstas parašytas kita kalba nei laiškas (laiško kalba: { $language }). Prieš siųsdami patikrinkite: tekstas išsiunčiamas toks, koks yra.
desk-other-language-reasons = Atrodo, kad į laišką patenkanti priežastis arba pažadas parašyti kita kalba nei laiškas (laiško kalba: { $language }). Prieš siųsdami sprendimą parašykite juos iš naujo ta kalba: tekstas išsiunčiamas toks, koks yra.
desk-other-language-sent = Atrodo, kad dalis teksto parašyta kita kalba nei laiškas (laiško kalba: { $language }). Jei taip neturėjo būti, anuliuokite dabar.
desk-significant = Reikšmingas
desk-significant-unconfirmed = Reikšmingas, nepatvirtintas
desk-quoted = Cituotas tekstas ir parašas
desk-erased-on = Ištrinta: { $day }
desk-no-text = Teksto nėra arba ištrintas
