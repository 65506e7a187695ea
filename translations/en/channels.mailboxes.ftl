# The mail ledger: what was fetched, once, and what became of it.
slice-channels-mailboxes = Mail ledger
fact-mail-taken = Message taken in
fact-mail-sorted = Message sorted
fact-mailbox-reconciled = Mailbox compared with the ledger
