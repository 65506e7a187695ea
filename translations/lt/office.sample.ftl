# Sample data.
setup-sample = Norite pirma apsidairyti?
setup-sample-lead = Išgalvoti skundai laikomi atskirai įdiegtoje sistemoje. Į jūsų žurnalą jie nepatenka.
field-sample = Atverti ir sistemą su pavyzdiniais duomenimis?
setup-sample-open = Sistema su pavyzdiniais duomenimis
setup-sample-apart = Jos duomenys atskiri, kiekviename puslapyje yra juosta, laiškai niekur nesiunčiami.
office-sample = Pavyzdiniai duomenys
office-lead-sample = Atskirai įdiegta sistema su išgalvotais skundais, skirta apsidairyti.
sample-sign-in = Prisijunkite vienu iš šių adresų ir šiuo slaptažodžiu:
sample-remove = Pašalinti pavyzdinius duomenis
sample-remove-hint = Jų aplankas ištrinamas su visu turiniu. Jūsų pačių įrašai lieka nepakeisti.
sample-none = Pavyzdinių duomenų čia nėra.
sample-open = Atverti pavyzdinius duomenis
office-done-sample-opened = Pavyzdiniai duomenys atverti.
office-done-sample-removed = Pavyzdiniai duomenys pašalinti.
