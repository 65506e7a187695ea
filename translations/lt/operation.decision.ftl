# 7.8 Communicating the decision.
slice-operation-decision = Sprendimas
verb-decision = Pranešti sprendimą
done-decision = Sprendimo raštas siunčiamas. Anuliuoti galite per 10 sekundžių.
verb-staff-informed = Darbuotojai informuoti
done-staff-informed = Įrašyta, kad darbuotojas žino sprendimą.
field-summary = Atsakymo santrauka
field-summary-hint = Tai pareiškėjas perskaitys pirmiausia. Išvados su priežastimis, ištaisymo priemonės su datomis, peržiūra ir išorės institucija pridedamos savaime.
refusal-review-first = Vyksta peržiūra. Pirma sprendžia ją atliekantis žmogus.
refusal-decided-already = Sprendimas jau priimtas. Naują galima priimti po peržiūros arba atnaujinus nagrinėjimą.
refusal-complained-about-yourself = Šis skundas susijęs ir su jumis. Sprendžia kitas žmogus.
refusal-issue-without-finding = Pirma įrašykite tyrimo išvadą. Skundo dalykas: { $number }
refusal-remedy-without-approval = Pirma gaukite patvirtinimą arba atšaukite. Ištaisymo priemonė: { $remedy }
refusal-person-not-heard = Pirma išklausykite asmenį, dėl kurio skundžiamasi, arba įrašykite, kad jis atsakyti nenori.
refusal-letter-incomplete = Rašte trūksta būtinos dalies. Patikrinkite, ar kiekviena išvada turi priežastis.
refusal-no-decision-yet = Dar nėra sprendimo, apie kurį būtų galima pranešti darbuotojams.
evidence-decision-told = Apie sprendimą pranešta pareiškėjui
evidence-reasons-for-each-issue = Atsakyme pagrįstas kiekvienas skundo dalykas
evidence-recourse-told = Pareiškėjas žino, kur kreiptis toliau
evidence-staff-informed = Susiję darbuotojai žino sprendimą
row-outcome = Išvada
row-summary = Santrauka
row-decided-by = Nusprendė
row-decided-at = Nuspręsta
row-decision-told-at = Pranešta pareiškėjui
not-told-yet = Dar nepranešta
timeline-decided = Priimtas sprendimas
timeline-staff-informed = Darbuotojui pranešta apie sprendimą
letter-subject-decision = Atsakymas į jūsų skundą: { $reference }
letter-decision =
    Atsakome į jūsų skundą.
    Registracijos numeris: { $reference }
    Gavimo data: { $date }
letter-decision-after-review =
    Jūsų skundą peržiūrėjome. Tai naujas mūsų atsakymas.
    Registracijos numeris: { $reference }
    Gavimo data: { $date }
letter-point = Skundo dalykas: { $number }
letter-point-titled = Skundo dalykas { $number }: { $title }
letter-finding-upheld = Jūs teisūs. Štai ką nustatėme:
letter-finding-partly = Iš dalies esate teisūs. Štai ką nustatėme:
letter-finding-not-upheld = Išsiaiškinome ir su tuo nesutinkame. Štai mūsų priežastys:
letter-finding-no-finding = Tai išspręsta nenustatant, kas teisus. Štai kaip:
letter-remedies = Kaip tai ištaisysime:
letter-remedy = Iki { $date }: { $remedy }
letter-remedy-amount = Iki { $date }: { $remedy } ({ $amount })
letter-remedy-done = Įvykdyta { $date }: { $remedy }
letter-remedy-done-amount = Įvykdyta { $date }: { $remedy } ({ $amount })
letter-answering =
    Parašykite, ar su šiuo atsakymu sutinkate: { $page }
    Jei iki { $date } atsakymo negausime, paklausime dar kartą. Tylėjimo nelaikome sutikimu.
row-blocks-by-hand = Taisyklės reikalauja ir to; patikrinkite patys
