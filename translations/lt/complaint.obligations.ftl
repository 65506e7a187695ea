# What is still owed, and who was told of it, 7.3.
slice-complaint-obligations = Įsipareigojimai
fact-reminded = Priminimas
obligation-acknowledgement = Gavimo patvirtinimas
obligation-assessment = Pirminis įvertinimas
obligation-confirmation = Aukščiausiosios vadovybės patvirtinimas
obligation-update = Informacija apie eigą
obligation-notice = Pranešimas apie pratęsimą
obligation-response = Galutinis atsakymas
obligation-remedy = Ištaisymo priemonės įvykdymas
obligation-review = Vidinė peržiūra
obligation-closure = Užbaigimas
obligation-limit = Taisyklių rinkinio terminas
timeline-reminded-warning = Priminta, kad artėja terminas: { $obligation }
timeline-reminded-handler = Terminas praleistas, pranešta nagrinėtojui: { $obligation }
timeline-reminded-manager = Terminas praleistas, pranešta vadovui: { $obligation }
timeline-reminded-top-management = Terminas praleistas, pranešta aukščiausiajai vadovybei: { $obligation }
