# What colleagues are written to about, 7.3.
slice-office-notices = Notices by e-mail
office-notices = Notices by e-mail
office-lead-notices = When a case becomes yours, its complainant writes, or a colleague’s note points to you. Nothing is sent while the office is closed, and a letter names references only. What falls due is told by reminders.
field-notice-assigned = A case is given to you
field-notice-reply = The complainant of your case writes
notice-pace-none = No e-mail
notice-pace-instant = At once
notice-pace-digest = Once a day, in the morning
notice-subject = News about your complaints: { $n }
notice-letter = This is new in complaints that concern you. Organisation: { $place }
notice-line-assigned = { $reference }: it is yours now.
notice-line-reply = { $reference }: the complainant wrote.
notice-letter-why = You choose which of these letters you get. Change that here:
field-notice-mention = A colleague’s note points to you
notice-line-mention = { $reference }: a note points to you.
notice-line-glass = Two persons opened it for a colleague: { $reference }
notice-line-second = A colleague asks for a second pair of eyes: { $reference }
