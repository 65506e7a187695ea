# The frame of every letter: greeting, ways to reach us, ways on.
letter-greeting =
    { $name }
    Laba diena,
letter-greeting-nameless = Laba diena,
letter-contact = Jei turite klausimų, nurodykite registracijos numerį: { $reference }
letter-contact-page = Skundo eiga: { $page }
letter-contact-phone = Telefonas: { $phone }
letter-contact-email = El. paštas: { $email }
letter-contact-address = Adresas: { $address }
letter-external = Jei su mumis nesutinkate, galite kreiptis ir į šį ginčų sprendimo ne teisme subjektą:
letter-external-unnamed = Jei su mumis nesutinkate, galite kreiptis ir į ginčų sprendimo ne teisme subjektą, pavyzdžiui, vartotojų teisių tarnybą. Paklauskite mūsų, ir pasakysime, kas atsakingas.
letter-free = Skundo nagrinėjimas jums nieko nekainuoja, ir dėl skundo nepatirsite nepalankių pasekmių.
letter-review = Jei su mūsų atsakymu nesutinkate, galite nemokamai prašyti vidinės peržiūros. Tuomet jūsų skundą iš naujo peržiūrės žmogus, kuris prie atsakymo neprisidėjo.
letter-reviewed = Jūsų skundą peržiūrėjo žmogus, kuris prie pirmojo atsakymo neprisidėjo. Daugiau peržiūrų mūsų organizacijoje nėra.
letter-response-due = Iki { $date } gausite visą mūsų atsakymą. Jei prireiks daugiau laiko, pranešime iki tos dienos.
letter-next-update = Net jei naujienų nebus, iki { $date } pranešime, kaip vyksta nagrinėjimas.
letter-disagree = Jei nesutinkate, kad užtruksime ilgiau, nemokamai praneškite mums. Tai peržiūrės žmogus, kuris jūsų skundo nenagrinėja.
letter-right-outside = Turite teisę kreiptis į ginčų sprendimo ne teisme subjektą, taip pat ir dėl to, kad užtrunkame ilgiau.
