# Skundo paieška pagal viską, kas jame parašyta.

## Sąlygos, rašomos prieš dvitaškį (po vieną žodį)
search-op-from = pareiškėjas
search-op-is = yra
search-op-due = terminas
search-op-category = rūšis
search-op-unit = padalinys

## Kas gali būti po „yra:“
search-is-open = neužbaigtas
search-is-mine = mano
search-is-unassigned = nepriskirtas
search-is-today = šiandien
search-is-overdue = vėluoja
search-is-waiting = laukiama
search-is-safety = sauga

## Kas rasta
search-count = { $n ->
    [one] Rastas { $n } skundas
    [few] Rasti { $n } skundai
    [many] Rasta { $n } skundo
   *[other] Rasta { $n } skundų
}
search-count-most = Rasta skundų: { $most }+
search-newest = Naujausi viršuje
search-best = Tiksliausi viršuje
search-partial = Peržiūrėta tik tiek naujausių tekstų su šiais žodžiais: { $most }. Kad ieškotume toliau, pridėkite žodį.
search-not-used = Nesuprasta ir nepanaudota: { $part }
search-in-complaint = Skunde
search-in-message = Pareiškėjo žinutėje
search-in-letter = Mūsų žinutėje
search-in-note = Pastaboje
search-in-handling = Nagrinėjimo įrašuose

## Nieko nerasta arba dar neieškota
search-tips = Kaip ieškoti
search-tip-words = Visi žodžiai turi būti tame pačiame tekste, pareiškėjo varde arba skundo temoje. Didžiosios raidės ir diakritiniai ženklai nesvarbūs.
search-tip-fewer = Pabandykite mažiau žodžių arba registracijos numerio dalį.
search-tip-phrase = Žodžiai vienas šalia kito
search-tip-without = Be tekstų su šiuo žodžiu
search-tip-from = Kas skundžiasi: vardas arba adresas
search-tip-is = Kokia skundo būsena
search-tip-due = Terminas baigiasi per tris dienas
search-tip-category = Problemos rūšis: numeris arba pavadinimas
search-tip-unit = Vieno padalinio skundai
search-sample-phrase = antras vizitas
search-sample-without = apmokėta
search-sample-from = Jonas
search-sample-category = sąskaita
search-sample-unit = Šiaurė
search-is-significant = reikšmingas
