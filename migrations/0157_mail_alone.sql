-- owner: channels.mailboxes
-- why: the lists of messages that belong to no case, and their counts on every page of
--      the desk: among all automatic answers, a few.
CREATE INDEX mail_ledger_alone ON mail_ledger (fate, recorded_at, id) WHERE complaint IS NULL;
