# Kanalams bendra: gavimo įrodymas
proof-title = Gavimo įrodymas
proof-what-for = Tai rodo, kad tuo metu jūsų skundas buvo mūsų įrašų žurnale. Jei kas nors jį vėliau pakeistų ar pašalintų, žurnalas prieštarautų šiam lapui. Prašome jį išsaugoti.
proof-size = Įrašų žurnale
proof-mark = Įrašo žymė
proof-root = Žurnalo šaknis
proof-checkpoint = Pasirašytas kontrolinis taškas
proof-file = Išsaugoti įrodymą kaip failą
