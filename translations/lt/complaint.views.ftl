# Išsaugoti rodiniai
slice-complaint-views = Išsaugoti rodiniai
views = Išsaugoti rodiniai
views-save = Išsaugoti šį sąrašą
views-save-do = Išsaugoti
views-name = Pavadinimas
views-share = Mato ir kolegos
views-shared = Bendras
views-change = Keisti
views-delete = Ištrinti rodinį
views-deleted = Rodinys ištrintas.
views-theirs = Kolegų bendrinami
views-none = Išsaugotų sąrašų dar nėra. Atverkite sąrašą, filtruokite arba ieškokite ir pasirinkite „Išsaugoti šį sąrašą“.
views-problem = Įrašykite rodinio pavadinimą (daugiausia ženklų: { $max }). Vienas žmogus gali turėti iki 50 rodinių.
refusal-views-too-many = Jau įrašėte tiek rodinių, kiek galima: { $max }. Ištrinkite tą, kurio nebereikia.
