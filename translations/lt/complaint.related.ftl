# Susiję skundai
slice-complaint-related = Susijusių skundų paieška
related-title = Ankstesni skundai, kurie gali būti susiję
related-heading = Susiję skundai
related-lead = Tas pats el. paštas, telefonas arba vardas, arba panašūs žodžiai. Niekas nesusiejama savaime; atverkite ir palyginkite.
related-none = Panašių ankstesnių skundų nėra.
related-look = Ieškoti susijusių skundų
related-same-email = Tas pats el. paštas
related-same-phone = Tas pats telefonas
related-same-name = Tas pats vardas
related-same-words = Panašūs žodžiai
