# Vienas veiksmas daugeliui skundų
slice-complaint-bulk = Veiksmai su keliais skundais
bulk-with-selected = Veiksmai su pažymėtais
bulk-pick-all = Pažymėti visus šiame puslapyje
bulk-pick-none = Nuimti žymas
bulk-runs = Bendri veiksmai
bulk-runs-hint = Ką per pastarąją parą padarėte su keliais skundais iš karto.
bulk-no-runs = Šiandien su keliais skundais iš karto nieko nedaryta. Sąraše pažymėkite skundus ir pasirinkite, ką su jais daryti.
bulk-to-list = Eiti į sąrašą
bulk-cases = { $n ->
    [one] Bus taikoma { $n } skundui; jis gaus savo įrašą.
    [few] Bus taikoma { $n } skundams; kiekvienas gaus savo įrašą.
    [many] Bus taikoma { $n } skundo; kiekvienas gaus savo įrašą.
   *[other] Bus taikoma { $n } skundų; kiekvienas gaus savo įrašą.
}
bulk-would-refuse = { $n ->
    [one] Dabar negalima: { $n } skundas. Priežastis parašyta šalia, jis nepažymėtas.
    [few] Dabar negalima: { $n } skundai. Priežastys parašytos šalia, jie nepažymėti.
    [many] Dabar negalima: { $n } skundo. Priežastys parašytos šalia, jie nepažymėti.
   *[other] Dabar negalima: { $n } skundų. Priežastys parašytos šalia, jie nepažymėti.
}
bulk-each = Skundai
bulk-can-undo = Atlikus dar 10 sekundžių galima atšaukti.
bulk-cannot-undo = Kas pridėta prie skundo, tas lieka; atšaukti negalima.
bulk-back = Atgal į sąrašą
bulk-none-chosen = Nepažymėtas nė vienas skundas
bulk-none-how = Sąraše pažymėkite bent vieną skundą (daugiausia { $max }) ir pasirinkite dar kartą.
bulk-running = Vykdoma
bulk-finished = Baigta
bulk-progress = { $done } iš { $all }
bulk-left = { $seconds ->
    [one] Liko apie { $seconds } sekundę
    [few] Liko apie { $seconds } sekundes
    [many] Liko apie { $seconds } sekundės
   *[other] Liko apie { $seconds } sekundžių
}
bulk-may-leave = Šį puslapį galite uždaryti: darbas tęsis, o rezultatą rasite skiltyje „Bendri veiksmai“.
bulk-undo-window = { $seconds ->
    [one] Atšaukti galima dar { $seconds } sekundę.
    [few] Atšaukti galima dar { $seconds } sekundes.
    [many] Atšaukti galima dar { $seconds } sekundės.
   *[other] Atšaukti galima dar { $seconds } sekundžių.
}
bulk-undoing = Atšaukimas
bulk-was-undone = Tai buvo atšaukta. Žiūrėti, kaip
bulk-failed = { $n ->
    [one] Nepakeistas { $n } skundas
    [few] Nepakeisti { $n } skundai
    [many] Nepakeista { $n } skundo
   *[other] Nepakeista { $n } skundų
}
bulk-done = { $n ->
    [one] Atlikta: { $n } skundas
    [few] Atlikta: { $n } skundai
    [many] Atlikta: { $n } skundo
   *[other] Atlikta: { $n } skundų
}
bulk-state-done = Atlikta
bulk-state-failed = Nepakeista
bulk-gone = Šio skundo nebematote. Niekas nepakeista.
bulk-denied = Jūsų vaidmuo neleidžia to daryti su šiuo skundu. Kreipkitės į vadovą.
bulk-changed = Po to, kai pažymėjote šį skundą, jis pasikeitė. Atverkite jį ir nuspręskite, matydami naujienas.
