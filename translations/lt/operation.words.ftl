# Laukų vardai, bendri keliems 7 skyriaus žingsniams
field-category = Problemos rūšis
field-colleague = Kolega
field-due-on = Terminas
field-files = Failai
field-issue = Skundo dalykas
field-product = Prekė ar paslauga
field-rationale = Pagrindimas
field-reason = Priežastis
field-text = Tekstas
