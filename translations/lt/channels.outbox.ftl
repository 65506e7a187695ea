# What has not left the house: letters, calls, mails.
outbox-lead = Siunčiami laiškai, numatyti skambučiai ir grįžusios žinutės. Terminas įvykdytas tik tada, kai žinutė išsiųsta.
outbox-mails-wait = { $n ->
    [one] { $n } laiškas laukia, nes pašto serveris nenustatytas. Niekas nedingsta; nustačius bus išsiųsta.
    [few] { $n } laiškai laukia, nes pašto serveris nenustatytas. Niekas nedingsta; nustačius bus išsiųsta.
    [many] { $n } laiško laukia, nes pašto serveris nenustatytas. Niekas nedingsta; nustačius bus išsiųsta.
   *[other] { $n } laiškų laukia, nes pašto serveris nenustatytas. Niekas nedingsta; nustačius bus išsiųsta.
}
outbox-set-relay = Nustatyti laiškų siuntimą
outbox-group-failed = Nepavyko pristatyti: raskite kitą būdą
outbox-group-letters = Laiškai, kuriuos reikia išspausdinti ir išsiųsti
outbox-group-calls = Numatyti skambučiai
outbox-none-failed = Grįžusių žinučių nėra.
outbox-none-letters = Laukiančių laiškų nėra.
outbox-none-calls = Laukiančių skambučių nėra.
outbox-what = Žinutė
outbox-since = Laukia nuo
outbox-do = Veiksmai
outbox-print = Spausdinti
outbox-read = Rodyti tekstą
outbox-went-letter = Išsiųsta paštu
outbox-went-phone = Pasakyta telefonu
outbox-went-in-person = Pasakyta asmeniškai
outbox-late = Laiškai, kuriuos bandoma išsiųsti dar kartą
outbox-late-lead = Pašto serveris jų dar nepriėmė. Bandoma apie dvi paras vis rečiau; nepavykus jie rodomi viršuje.
outbox-last-error = Paskutinis atsakymas
outbox-next-try = Kitas bandymas
outbox-tries = { $n ->
    [one] { $n } bandymas
    [few] { $n } bandymai
    [many] { $n } bandymo
   *[other] { $n } bandymų
}
outbox-relay-said = Pašto serveris atsakė { $code }
outbox-relay-silent = Pašto serveris neatsakė
outbox-relay-settings = Pašto serverio nustatymai neteisingi
letter-stop-updates = Jei nebenorite gauti pranešimų apie eigą el. paštu: { $page }
