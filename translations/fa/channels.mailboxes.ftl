# The mail ledger: what was fetched, once, and what became of it.
slice-channels-mailboxes = دفتر ثبت رایانامه‌ها
fact-mail-taken = رایانامه دریافت شد
fact-mail-sorted = سرنوشت رایانامه تعیین شد
fact-mailbox-reconciled = صندوق رایانامه با دفتر ثبت تطبیق داده شد
