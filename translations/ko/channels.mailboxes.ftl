# The mail ledger: what was fetched, once, and what became of it.
slice-channels-mailboxes = 이메일 접수 대장
fact-mail-taken = 이메일 접수
fact-mail-sorted = 이메일 분류
fact-mailbox-reconciled = 메일함과 접수 대장 대조
