# The mail ledger: what was fetched, once, and what became of it.
slice-channels-mailboxes = El. laiškų registras
fact-mail-taken = El. laiškas priimtas
fact-mail-sorted = El. laiškas priskirtas
fact-mailbox-reconciled = Pašto dėžutė sutikrinta su registru
