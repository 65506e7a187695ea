# 5.4.1 Significant complaints
slice-framework-significance = Significant complaints
ground-safety = Danger to people
ground-legal = A legal matter
ground-media = The press or the public
ground-regulator = A regulator or a court
ground-many-people = Many people concerned
ground-amount = A large amount
timeline-significance-found = Significant. Ground: { $ground }
timeline-significance-found-more = Significant on several grounds. The first: { $ground }
timeline-significance-found-by-rule = Significant by rule. Ground: { $ground }
timeline-significance-found-by-rule-more = Significant by rule on several grounds. The first: { $ground }
timeline-significance-confirmed = Confirmed by top management
timeline-significance-lifted = No longer significant
timeline-colleague-told = { $what }: { $person }
told-of-significance = Told that it is significant
