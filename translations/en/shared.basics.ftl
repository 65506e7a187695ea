# Words of several rooms that the glossary names under another key.
role-intake = Intake staff
role-handler = Handler
role-manager = Manager
role-top-management = Top management
role-auditor = Auditor
role-admin = Administrator
need-large-print = Large print
need-braille = Braille
need-audio = Audio
need-interpreter = Interpreter
priority-low = Low
priority-medium = Medium
priority-high = High
priority-critical = Critical
