# The mail ledger: what was fetched, once, and what became of it.
slice-channels-mailboxes = 電子郵件收件登記
fact-mail-taken = 收取電子郵件
fact-mail-sorted = 電子郵件歸類
fact-mailbox-reconciled = 信箱與收件登記核對
