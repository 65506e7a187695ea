# 7.4 Acknowledgement.
slice-operation-acknowledgement = Gavimo patvirtinimas
verb-acknowledgement = Patvirtinti gavimą
done-acknowledgement = Gavimo patvirtinimas įrašytas.
verb-acknowledgement-sending = Siųsti patvirtinimą
done-acknowledgement-sending = Gavimo patvirtinimas laukia išsiuntimo.
refusal-acknowledged-already = Pareiškėjas jau žino, kad skundą gavome.
refusal-told-in-the-future = Šis laikas dar neatėjo. Įrašykite, kada tai įvyko, arba palikite lauką tuščią.
refusal-told-before-receipt = Tuo metu skundo dar nebuvome gavę. Patikrinkite datą ir laiką.
refusal-acknowledgement-waiting = Gavimo patvirtinimas jau laukia išsiuntimo. Pirma išsiųskite jį arba anuliuokite.
refusal-no-address = Nėra nei el. pašto, nei pašto adreso. Praneškite pareiškėjui telefonu arba asmeniškai ir įrašykite tai čia: „Patvirtinti gavimą“.
evidence-acknowledged = Pareiškėjas žino, kad skundą gavome
evidence-acknowledged-in-their-language = Gavimas patvirtintas pareiškėjo kalba
row-acknowledgement-due = Terminas
row-acknowledged-at = Gavimas patvirtintas
row-acknowledged-way = Kokiu būdu
timeline-acknowledged = Gavimas patvirtintas: { $way }
letter-subject-acknowledgement = Jūsų skundą gavome: { $reference }
letter-ack-received =
    Jūsų skundą gavome.
    Gavimo data: { $date }
    Registracijos numeris: { $reference }
letter-ack-about = Apie ką: { $subject }
letter-ack-next = Kas bus toliau:
letter-ack-assessment = Iki { $date } įvertinsime, apie ką skundas ir ar tai skubu, o jei kas nors neaišku, su jumis susisieksime.
letter-ack-update = Iki { $date } pranešime, kaip vyksta nagrinėjimas, net jei naujienų nebus.
letter-ack-response = Iki { $date } gausite visą mūsų atsakymą. Jei prireiks daugiau laiko, iki tos dienos pranešime ir paaiškinsime kodėl.
letter-ack-follow =
    Skundo eigą sekti, skundą papildyti ar atsiimti galite čia: { $page }
    Prireiks registracijos numerio ir šio prieigos kodo: { $code }
    Kodo niekam nesakykite.
letter-ack-review = Jei su mūsų atsakymu nesutiksite, galėsite nemokamai prašyti, kad skundą peržiūrėtų kitas žmogus.
letter-subject-confirmation = Patvirtinkite savo skundą: { $reference }
letter-confirm-received =
    Gavome skundą, kuriame nurodytas šis el. pašto adresas.
    Gavimo data: { $date }
    Registracijos numeris: { $reference }
letter-confirm-link = Vienu metu gavome labai daug skundų. Jei šis yra jūsų, patvirtinkite jį čia: { $page }
letter-confirm-else = Jei nieko nedarysite, skundą peržiūrės žmogus. Niekas neprarandama. Jei mums nerašėte, į šį laišką nekreipkite dėmesio.
