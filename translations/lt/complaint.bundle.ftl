# A case taken along as one page with its proof (8.1).
slice-complaint-bundle = Bylos išsinešimas su įrodymu
bundle-title = Išsinešti šią bylą su įrodymu
bundle-lead = Vienas puslapis, kuris be mūsų atsiveria bet kurioje naršyklėje, spausdinamas ir pats patikrina savo įrodymą. Kas gaus failą, galės perskaityti viską. Kad jis padarytas, įrašoma byloje.
bundle-closed-for-you = Gausite be vardų ir tekstų: puslapis įrodo, kas ir kada padaryta.
field-bundle-language = Puslapio kalba
field-bundle-opened = Su vardais ir tekstais
field-bundle-opened-hint = Be jų puslapis įrodo, kas ir kada įvyko, bet nerodo nieko, ką žmonės parašė.
bundle-make = Sukurti puslapį
timeline-case-exported = Išsinešta su įrodymu, vardais ir tekstais. Kalba: { $language }
timeline-case-exported-closed = Išsinešta su įrodymu, be vardų ir tekstų. Kalba: { $language }
fact-case-exported = Byla išsinešta su įrodymu
bundle-doc-title = Skundas { $reference }: kas įrašyta ir to įrodymas
bundle-doc-made = { $organisation }, sukurta { $at }
bundle-doc-unchecked = Dar nepatikrinta. Puslapis pasitikrina pats, kai atveriamas naršyklėje, kuri vykdo jo scenarijų.
bundle-doc-proved = { $n ->
    [one] Patikrinta: { $n } įrašas raidė raidėn toks, koks buvo įrašytas ir pasirašytas.
    [few] Patikrinta: { $n } įrašai raidė raidėn tokie, kokie buvo įrašyti ir pasirašyti.
    [many] Patikrinta: { $n } įrašo raidė raidėn toks, koks buvo įrašytas ir pasirašytas.
   *[other] Patikrinta: { $n } įrašų raidė raidėn tokie, kokie buvo įrašyti ir pasirašyti.
 }
bundle-doc-unsigned = Kiekvienas įrašas priklauso pasirašytai žurnalo būsenai, bet ši naršyklė negali patikrinti parašo (Ed25519). Patikrinkite jį naujesne naršykle arba programa redress-verify.
bundle-doc-wrong = Nepatvirtinta. Kažkas šiame puslapyje ne taip, kaip buvo įrašyta ir pasirašyta; netinkami įrašai pažymėti.
bundle-doc-damaged = Nepatvirtinta. Tai, ko puslapiui reikia pasitikrinti, sugadinta arba dingo.
bundle-doc-cannot = Ši naršyklė čia patikrinti negali. Patikrinkite failą programa redress-verify.
bundle-doc-means = Raidė raidėn tikrinamos kiekvieno įrašo reikšmės, numeris ir laikas. Antraštės mūsų žodžiais paaiškina, ką jos reiškia.
bundle-doc-limits = Neįrodoma, kad tai, kas parašyta, yra tiesa, nei kad raktas priklauso tam, kas puslapyje nurodytas. Palyginkite raktą su organizacijos paskelbtu.
bundle-doc-elsewhere = Kas galėtų pakeisti šį puslapį, galėtų pakeisti ir jo patikrą. Kai tai svarbu, patikrinkite failą savo pasirinkta programa ir kitu keliu gautu raktu:
bundle-doc-more = Byloje yra daugiau įrašų; šiame puslapyje tik pirmieji { $n }.
bundle-doc-closed = Šiame puslapyje nėra vardų ir tekstų.
bundle-doc-entries = Kas įrašyta
bundle-entry-wrong = Šis įrašas ne toks, koks buvo įrašytas ir pasirašytas.
bundle-entry-shown = Tai, kas čia rodoma, nėra tai, kas buvo įrašyta.
bundle-doc-entry = Įrašas { $n }
bundle-doc-erased = Šio įrašo vardai ir tekstai ištrinti.
bundle-doc-journal = Pasirašyta žurnalo būsena
bundle-doc-key = Viešasis raktas
bundle-member-text = Tekstas
bundle-member-description = Aprašymas
bundle-member-subject = Tema
bundle-member-body = Laiškas
bundle-member-name = Vardas
bundle-member-email = El. paštas
bundle-member-phone = Telefonas
bundle-member-address = Adresas
bundle-member-complainant = Pareiškėjas
bundle-member-language = Kalba
bundle-member-channel = Kanalas
bundle-member-reference = Registracijos numeris
bundle-member-files = Failai
bundle-member-reason = Priežastis
