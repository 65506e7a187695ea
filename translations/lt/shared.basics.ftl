# Words of several rooms that the glossary names under another key.
role-intake = Registratorius
role-handler = Nagrinėtojas
role-manager = Vadovas
role-top-management = Aukščiausioji vadovybė
role-auditor = Auditorius
role-admin = Administratorius
need-large-print = Stambus šriftas
need-braille = Brailio raštas
need-audio = Garso įrašas
need-interpreter = Vertėjas
priority-low = Mažas
priority-medium = Vidutinis
priority-high = Didelis
priority-critical = Kritinis
