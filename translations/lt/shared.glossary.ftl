# Fixed terms, one per concept, exactly as in translations/glossary.csv (see the notes there).

## the standard and its national adoptions
standard-title = Kokybės vadyba. Kliento pasitenkinimas. Skundų tvarkymo organizacijose gairės
standard-id = LST ISO 10002
system-name = Skundų valdymo sistema
complaints-handling = Skundų tvarkymas

## clause titles: chapters
clause-4 = Pagrindiniai principai
clause-5 = Skundų tvarkymo sistema
clause-6 = Planavimas, projektavimas ir tobulinimas
clause-7 = Skundų tvarkymo proceso vykdymas
clause-8 = Priežiūra ir gerinimas

## clause titles: 4 guiding principles
clause-4-1 = Bendrieji dalykai
clause-4-2 = Įsipareigojimas
clause-4-3 = Pajėgumai
clause-4-4 = Skaidrumas
clause-4-5 = Prieinamumas
clause-4-6 = Reagavimas
clause-4-7 = Objektyvumas
clause-4-8 = Mokesčiai
clause-4-9 = Informacijos vientisumas
clause-4-10 = Konfidencialumas
clause-4-11 = Į klientą orientuotas požiūris
clause-4-12 = Atskaitomybė
clause-4-13 = Gerinimas
clause-4-14 = Kompetencija
clause-4-15 = Savalaikiškumas

## clause titles: 5 framework
clause-5-1 = Organizacijos kontekstas
clause-5-2 = Lyderystė ir įsipareigojimas
clause-5-3 = Politika
clause-5-4 = Atsakomybė ir įgaliojimai

## clause titles: 6 planning
clause-6-1 = Bendrieji dalykai
clause-6-2 = Tikslai
clause-6-3 = Veiksmai
clause-6-4 = Ištekliai

## clause titles: 7 operation
clause-7-1 = Komunikavimas
clause-7-2 = Skundo gavimas
clause-7-3 = Skundo stebėjimas
clause-7-4 = Skundo gavimo patvirtinimas
clause-7-5 = Pirminis skundo įvertinimas
clause-7-6 = Skundo tyrimas
clause-7-7 = Atsakymas į skundą
clause-7-8 = Pranešimas apie sprendimą
clause-7-9 = Skundo užbaigimas

## clause titles: 8 maintenance and improvement
clause-8-1 = Informacijos rinkimas
clause-8-2 = Skundų analizė ir vertinimas
clause-8-3 = Pasitenkinimo skundų tvarkymo procesu vertinimas
clause-8-4 = Skundų tvarkymo proceso stebėsena
clause-8-5 = Skundų tvarkymo proceso auditas
clause-8-6 = Skundų tvarkymo proceso vadovybinė vertinamoji analizė
clause-8-7 = Nuolatinis gerinimas

## roles
complainant = Pareiškėjas
customer = Klientas
representative = Atstovas
affected-person = Nukentėjęs asmuo
subject-person = Asmuo, dėl kurio skundžiamasi
staff = Darbuotojai
top-management = Aukščiausioji vadovybė
complaints-representative = Už skundų tvarkymą atsakingas vadovybės atstovas
manager = Vadovas
handler = Nagrinėtojas
intake = Registratorius
investigator = Tyrėjas
approver = Tvirtintojas
reviewer = Peržiūrą atliekantis asmuo
owner = Atsakingas asmuo
auditor = Auditorius
internal-auditor = Vidaus auditorius
quality-manager = Kokybės vadovas
dpo = Duomenų apsaugos pareigūnas
administrator = Administratorius
certification-body = Sertifikavimo įstaiga
consultant = Konsultantas
external-body = Ginčų sprendimo ne teisme subjektas

## case objects
complaint = Skundas
complaint-desk = Skundas
case = Skundo byla
reference = Registracijos numeris
issue = Skundo dalykas
enquiry = Paklausimas
suggestion = Pasiūlymas
compliment = Padėka
misconduct-report = Pranešimas apie pažeidimą
feedback = Atsiliepimas
description = Skundo aprašymas
outcome-sought = Ko prašote
category = Problemos rūšis
product-service = Prekė ar paslauga
evidence = Įrodymai
attachment = Priedas
message = Žinutė
note-internal = Vidinė pastaba
call-log = Skambučio įrašas
acknowledgement = Gavimo patvirtinimas
progress-update = Informacija apie eigą
investigation = Tyrimas
finding = Tyrimo išvada
root-cause = Pagrindinė priežastis
remedy = Ištaisymo priemonė
compensation = Kompensacija
goodwill = Geranoriška išmoka
decision = Sprendimas
decision-letter = Sprendimo raštas
recourse = Kur kreiptis toliau
internal-review = Vidinė peržiūra
external-referral = Perdavimas išorės institucijai
systemic-issue = Sisteminė problema
duplicate = Dubliuotas skundas
repeat = Pakartotinis skundas
joint = Bendras skundas
anonymous = Anoniminis
conflict-of-interest = Interesų konfliktas
call-back = Kontrolinis skambutis
survey = Apklausa
access-need = Reikalinga pagalba
consent = Sutikimas
retention-period = Saugojimo terminas
legal-hold = Saugojimas dėl teisinio proceso
template = Šablonas
timeline = Eiga

## stages
stage-draft = Juodraštis
stage-received = Gautas
stage-acknowledged = Gavimas patvirtintas
stage-assessed = Įvertintas
stage-investigating = Tiriamas
stage-deciding = Rengiamas sprendimas
stage-communicated = Pranešta apie sprendimą
stage-implementing = Vykdomas ištaisymas
stage-review = Peržiūrimas
stage-external = Nagrinėjamas išorės institucijoje
stage-closed = Užbaigtas
stage-reopened = Atnaujintas
stage-waiting = Laukiama pareiškėjo

## verbs of the desk (button form)
do-register = Registruoti
do-acknowledge = Patvirtinti gavimą
do-assess = Įvertinti
do-assign = Priskirti
do-take-over = Perimti
do-investigate = Pradėti tyrimą
do-ask = Klausti padalinio
do-record-finding = Įrašyti išvadą
do-offer = Pasiūlyti ištaisymą
do-approve = Patvirtinti
do-send-back = Grąžinti taisyti
do-reply = Atsakyti
do-send = Siųsti
do-note = Pridėti pastabą
do-log-call = Įrašyti pokalbį
do-extend = Pratęsti terminą
do-escalate = Perduoti aukštesniam lygiui
do-refer = Perduoti išorės institucijai
do-forward = Persiųsti atsakingai organizacijai
do-merge = Sujungti
do-link = Susieti
do-restrict = Riboti prieigą
do-redact = Nuasmeninti kopiją
do-verify-remedy = Patvirtinti įvykdymą
do-close = Užbaigti skundą
do-reopen = Atnaujinti nagrinėjimą
do-withdraw = Atsiimti skundą
do-start-capa = Pradėti korekcinį veiksmą

## outcomes
outcome-upheld = Pagrįstas
outcome-partly = Iš dalies pagrįstas
outcome-not-upheld = Nepagrįstas
outcome-no-finding = Išspręstas be išvados
outcome-out-of-scope = Nepatenka į taikymo sritį
outcome-withdrawn = Atsiimtas
accepted = Pareiškėjas sutinka
not-accepted = Pareiškėjas nesutinka
resolved-early = Išspręstas iš karto
closed-no-response = Pareiškėjas neatsakė
time-barred = Praleistas kreipimosi terminas
forwarded = Persiųstas

## channels
channel-web = Interneto forma
channel-email = El. paštas
channel-phone = Telefonas
channel-chat = Pokalbis internetu
channel-social = Socialiniai tinklai
channel-letter = Paštas
channel-in-person = Atvykus
channel-sms = SMS žinutė
channel-messenger = Žinučių programėlė
channel-staff = Per darbuotoją

## severity and priority
severity = Rimtumas
severity-low = Mažas
severity-medium = Vidutinis
severity-high = Didelis
severity-critical = Kritinis
safety-risk = Grėsmė saugai
complexity = Sudėtingumas
impact = Poveikis
immediate-action = Neatidėliotinas veiksmas
priority = Pirmumas
urgent = Skubu

## clock and deadlines
deadline = Terminas
due-by = Atsakymas iki { $date }
due-today = Terminas šiandien
due-in = liko { $duration }
overdue = Vėluoja
overdue-by = vėluoja { $duration }
deadline-met = Laiku
deadline-missed = Praleistas
deadline-extended = Pratęstas
clock-paused = Termino eiga sustabdyta
working-day = Darbo diena
calendar-day = Kalendorinė diena
office-hours = Darbo laikas
reminder = Priminimas
holding-reply = Tarpinis atsakymas
final-answer = Galutinis atsakymas
target-time = Siektinas terminas
why-this-date = Kodėl ši data?

## common interface
save = Išsaugoti
save-continue = Išsaugoti ir tęsti
finish-later = Pabaigsiu vėliau
cancel = Atšaukti
undo = Anuliuoti
close-dialog = Uždaryti
edit = Redaguoti
change = Keisti
remove = Pašalinti
back = Atgal
next = Toliau
check-answers = Patikrinti ir išsiųsti
search = Ieškoti
filter = Filtruoti
sort = Rikiuoti
copy = Kopijuoti
print = Spausdinti
download = Atsisiųsti
choose-files = Pasirinkti failus
yes = Taip
no = Ne
dont-know = Nežinau
optional = (neprivaloma)
sign-in = Prisijungti
sign-out = Atsijungti
settings = Nuostatos
help = Pagalba
language = Kalba
dashboard = Suvestinė
new-complaint = Naujas skundas
mine = Mano
unassigned = Nepriskirta
all-open = Visi neužbaigti
saved-view = Išsaugotas rodinys
skip-to-main = Pereiti prie turinio
make-complaint = Pateikti skundą
follow-complaint = Sekti skundo eigą
large-print = Stambiu šriftu
easy-read = Lengvai suprantama kalba

## error and empty-state patterns
err-summary = Reikia pataisyti
err-prefix = Klaida:
err-required = Įrašykite: { $field }
err-choose = Pasirinkite: { $field }
err-email = Patikrinkite el. pašto adresą
err-too-long = Daugiausia { $max } ženkl., dabar { $count }
err-file-large = Failas didesnis nei { $max }: { $file }
err-file-type = Tokio tipo failo priimti negalime: { $file }
err-conflict = Kol rašėte, duomenis pakeitė: { $name }
err-session = Esate atjungti. Jūsų tekstas išsaugotas.
err-not-found = Tokio puslapio ar skundo neradome
err-forbidden = Neturite teisės to matyti. Prieigą suteikia: { $who }
err-server = Įvyko klaida mūsų pusėje. Tai, ką pateikėte, neprarasta.
err-offline = Nėra ryšio. Tekstas išsaugotas šiame įrenginyje.
err-code = Kodas netinka. Galite paprašyti naujo.
err-blocked-close = Dar negalima užbaigti: { $reason }
irreversible = To atšaukti nebus galima
empty-inbox = Šiuo metu nieko nelaukia
empty-search = Nieko nerasta: { $query }
empty-period = Šiuo laikotarpiu skundų nėra
small-sample = Per mažai atsakymų patikimam rodikliui ({ $n })

## management system
management-system = Vadybos sistema
policy = Politika
objective = Tikslas
target = Siektina reikšmė
indicator = Rodiklis
risk = Rizika
opportunity = Galimybė
context = Kontekstas
interested-party = Suinteresuotoji šalis
scope = Taikymo sritis
procedure = Procedūra
process = Procesas
document = Dokumentas
record = Įrašas
approval = Patvirtinimas
effective-date = Galioja nuo
training = Mokymai
competence = Kompetencija
audit = Auditas
internal-audit = Vidaus auditas
audit-programme = Audito programa
audit-plan = Audito planas
audit-criteria = Audito kriterijai
audit-finding = Audito pastaba
sample = Imtis
conformity = Atitiktis
nonconformity = Neatitiktis
observation = Pastebėjimas
correction = Korekcija
corrective-action = Korekciniai veiksmai
preventive-action = Prevenciniai veiksmai
effectiveness-check = Rezultatyvumo patikra
effectiveness = Rezultatyvumas
efficiency = Efektyvumas
management-review = Vadovybinė vertinamoji analizė
minutes = Protokolas
trend = Tendencija
satisfaction = Pasitenkinimas
gap-analysis = Spragų analizė
certification = Sertifikavimas
certificate = Sertifikatas
accreditation = Akreditavimas
on-site-audit = Auditas vietoje
surveillance-audit = Priežiūros auditas
recertification = Pakartotinis sertifikavimas
dossier = Dokumentų byla
mystery-complaint = Bandomasis skundas

## journal and proof
journal = Įrašų žurnalas
journal-entry = Įrašas
proof-of-receipt = Gavimo įrodymas
proof = Įrodymas
checkpoint = Kontrolinis taškas
verify = Tikrinti vientisumą
intact = Nepakeista
altered = Pakeista
signature = Skaitmeninis parašas
journal-check-line = Žurnalas nepakeistas, įrašų: { $n }

## problem categories (default list, 35)
problem-01 = Prekė nepristatyta arba paslauga nesuteikta
problem-02 = Pristatyta ar suteikta tik dalis
problem-03 = Pristatyta pavėluotai
problem-04 = Paslauga suteikta pavėluotai
problem-05 = Prekė su trūkumais
problem-06 = Prasta paslauga
problem-07 = Ne tai, ką užsakiau
problem-08 = To neužsakiau
problem-09 = Patirta žala
problem-10 = Atsisakyta vykdyti garantiją
problem-11 = Atsisakyta parduoti
problem-12 = Atsisakyta suteikti paslaugą
problem-13 = Pardavimo būdas
problem-14 = Neteisinga informacija
problem-15 = Per mažai informacijos
problem-16 = Mokėjimo tvarka
problem-17 = Kaina
problem-18 = Kainos padidinimas
problem-19 = Papildomi mokesčiai
problem-20 = Nepagrįstai priskaičiuota suma
problem-21 = Sutarties sąlygos
problem-22 = Ką apima sutartis
problem-23 = Žalos įvertinimas
problem-24 = Atsisakyta atlyginti žalą
problem-25 = Per mažas žalos atlyginimas
problem-26 = Pakeista sutartis
problem-27 = Netinkamai vykdoma sutartis
problem-28 = Nutraukta sutartis
problem-29 = Atšaukta paslauga
problem-30 = Paskolos grąžinimas
problem-31 = Priskaičiuotos palūkanos
problem-32 = Neįvykdytas pažadas
problem-33 = Klaidinga sąskaita
problem-34 = Skundas nagrinėtas per lėtai
problem-35 = Kita

## remedies (default list, 17 and 'other')
remedy-01 = Pristatyti arba suteikti
remedy-02 = Sutaisyti arba atlikti iš naujo
remedy-03 = Pakeisti
remedy-04 = Atšaukti pirkimą
remedy-05 = Įvykdyti garantiją
remedy-06 = Ištesėti pažadą
remedy-07 = Sudaryti sutartį
remedy-08 = Nutraukti sutartį
remedy-09 = Anuliuoti sąskaitą
remedy-10 = Suteikti informaciją
remedy-11 = Ištaisyti žalos įvertinimą
remedy-12 = Atlyginti žalą
remedy-13 = Grąžinti avansą
remedy-14 = Grąžinti kitą įmoką
remedy-15 = Sumažinti kainą
remedy-16 = Mokėti dalimis
remedy-17 = Atsiprašyti
remedy-18 = Kita
