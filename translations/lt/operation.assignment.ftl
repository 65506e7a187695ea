# Kas atsako už skundą (4.12, 4.7)
slice-operation-assignment = Atsakingas asmuo
verb-assignment = Priskirti
done-assignment = Priskyrimas įrašytas.
verb-take = Perimti
done-take = Dabar už šį skundą atsakote jūs.
field-nobody = Grąžinti visiems
refusal-assign-one-of-both = Pasirinkite kolegą arba grąžinkite visiems, bet ne abu.
refusal-assign-to-whom = Pasirinkite kolegą arba grąžinkite visiems.
refusal-assigned-already = Taip jau yra. Nieko keisti nereikia.
refusal-assign-complained-about = Skundžiamasi dėl šio asmens, todėl skundą nagrinėja kitas. Pasirinkite kitą kolegą.
refusal-assign-other-unit = Šis kolega dirba kitame skyriuje ir skundo nematytų. Pasirinkite šio skyriaus kolegą arba pirma pataisykite skyrių.
refusal-assign-role = Tam reikia nagrinėtojo arba vadovo vaidmens. Pasirinkite, kas jį turi.
evidence-owner-named = Yra atsakingas asmuo
row-owner = Atsakingas asmuo
owner-nobody = Nepriskirta
timeline-assigned = Priskirta: { $person }
timeline-assigned-nobody = Grąžinta visiems
