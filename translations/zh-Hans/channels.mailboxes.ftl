# The mail ledger: what was fetched, once, and what became of it.
slice-channels-mailboxes = 电子邮件收件登记
fact-mail-taken = 收取电子邮件
fact-mail-sorted = 电子邮件归类
fact-mailbox-reconciled = 邮箱与收件登记核对
