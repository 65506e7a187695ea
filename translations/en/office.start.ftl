# The first page of administration, 6.4: what is set and what is not yet.
slice-office-start = First steps of administration
start-next = Next steps
start-left = { $n ->
    [one] { $n } step is left. Take them in any order; each is done as soon as it is recorded.
   *[other] { $n } steps are left. Take them in any order; each is done as soon as it is recorded.
}
start-all-done = Everything that complaints need is set.
start-all = All pages of administration
start-state-open = To do
start-state-delivered = As delivered
start-state-done = Done
start-contact = How people reach you
start-contact-open = Write down a telephone number or an address. Letters and public pages show it.
start-contact-outside = Name a body outside that people can turn to. Every decision letter has to say it.
start-contact-done = Your address and a body outside stand in letters and on public pages.
start-people = People who handle complaints
start-people-open = Nobody handles complaints yet. Invite a handler or a manager.
start-people-done = { $n ->
    [one] { $n } person handles complaints.
   *[other] { $n } people handle complaints.
}
start-mail = Sending mail
start-mail-open = No mail relay is set. Letters wait, or are printed and posted.
start-mail-done = Through: { $host }
start-closures = Days on which you are closed
start-closures-open = No holiday ahead is written down, so due dates count each one as a working day.
start-closures-done = { $n ->
    [one] { $n } day ahead is written down.
   *[other] { $n } days ahead are written down.
}
start-lists = Categories and remedies
start-lists-delivered = The lists of the standard are offered. You can give them your order and your words.
start-lists-done = The lists have your order and your words.
start-portal = Public pages
start-portal-delivered = They say what every organisation says. You can add an introduction of your own.
start-portal-done = They have words of your own.
start-retention = How long complaints are kept
start-retention-delivered = As delivered, in months after closing: complaints { $complaint }, enquiries and duplicates { $other }. Check it against your law.
start-retention-done = In months after closing: complaints { $complaint }, enquiries and duplicates { $other }.
start-trial = A first complaint
start-trial-open = Make one yourself on the public page and see it arrive at the desk.
start-trial-done = A complaint has arrived and was recorded.
start-backup = Backup
start-backup-open = There is no backup yet. Make one with: redress backup FILE
start-backup-done = Made: { $at }
