# 5.4.1 Reikšmingi skundai
slice-framework-significance = Reikšmingi skundai
ground-safety = Pavojus žmonėms
ground-legal = Teisinis klausimas
ground-media = Žiniasklaida ar visuomenė
ground-regulator = Priežiūros institucija ar teismas
ground-many-people = Paliesta daug žmonių
ground-amount = Didelė suma
timeline-significance-found = Reikšmingas. Pagrindas: { $ground }
timeline-significance-found-more = Reikšmingas keliais pagrindais. Pirmas: { $ground }
timeline-significance-found-by-rule = Reikšmingas pagal taisyklę. Pagrindas: { $ground }
timeline-significance-found-by-rule-more = Reikšmingas pagal taisyklę keliais pagrindais. Pirmas: { $ground }
timeline-significance-confirmed = Patvirtino aukščiausioji vadovybė
timeline-significance-lifted = Nebelaikomas reikšmingu
timeline-colleague-told = { $what }: { $person }
told-of-significance = Pranešta, kad skundas reikšmingas
