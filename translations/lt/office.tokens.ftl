# The page of API tokens.
office-tokens = Programos ir prieigos raktai
office-lead-tokens = Su prieigos raktu programa veikia žmogaus vardu ir gali ne daugiau nei jis pats.
field-token-name = Paskirtis
field-token-name-hint = Pavyzdžiui, programos pavadinimas. Vėliau iš jo matysite, ar raktas dar reikalingas.
field-token-scope = Ką leidžiama
token-scope-all = Viską, ką gali žmogus
token-scope-receive = Tik priimti skundus
token-scope-read = Tik skaityti
token-since = Sukurtas
token-revoke = Panaikinti raktą
token-new = Naujas raktas
token-make = Sukurti raktą
token-fresh = Naujasis raktas
token-once = Jis rodomas tik dabar. Nukopijuokite ten, kur programa laiko slaptus duomenis.
tokens-none = Nė viena programa prieigos rakto neturi.
refusal-token-name-needed = Įrašykite rakto paskirtį
refusal-no-such-person = Tarp galinčių prisijungti šio žmogaus nėra. Pasirinkite kitą.
