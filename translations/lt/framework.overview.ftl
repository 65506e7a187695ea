# The map of clauses 4 to 8, with the evidence for each.
clause-map = Skyrių žemėlapis
clause-map-lead = Kurios dalys atitinka kiekvieną skyrių, kiek įrodymų yra žurnale ir kada atsirado naujausias. Puslapis tik skaičiuoja, o ar tai atitinka reikalavimus, sprendžia auditorius.
clause-map-count = Skyrių: { $n }. Dar be įrodymų: { $without }.
clause-map-clause = Skyrius
clause-map-rooms = Atitinka
clause-map-evidence = Įrodymai
clause-map-newest = Naujausias
clause-map-no-room = Šioje sistemoje dar nieko nėra
clause-map-none = Įrodymų dar nėra
clause-map-facts = Įrašų: { $n }
slice-complaint-inbox = Skundų sąrašas
slice-complaint-search = Paieška
slice-complaint-desk = Darbo vieta
slice-channels-api = Gavimas iš kitų sistemų
slice-channels-how = Kaip tvarkome skundus
slice-channels-web-form = Skundo forma
slice-channels-phone = Skundai telefonu ir vietoje
