-- owner: channels.mailboxes
-- why: the page of the ledger, the newest first, as it is filtered.
CREATE INDEX mail_ledger_all ON mail_ledger (recorded_at, id);
CREATE INDEX mail_ledger_of_fate ON mail_ledger (fate, recorded_at, id);
CREATE INDEX mail_ledger_of_both ON mail_ledger (mailbox, fate, recorded_at, id);
