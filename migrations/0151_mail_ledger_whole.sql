-- owner: channels.mailboxes
-- why: of some messages only a part is kept (too large, or not given out): these are
--      never marked or moved on the server, whatever a person makes of them later.
ALTER TABLE mail_ledger ADD COLUMN whole BIGINT NOT NULL DEFAULT 1;
UPDATE mail_ledger SET whole = 0
WHERE entry IN (SELECT seq FROM journal_entry WHERE kind = 'mail-taken' AND record LIKE '%"fate":"too-large"%');
CREATE INDEX mail_ledger_partial ON mail_ledger (mailbox, uid_validity, uid) WHERE whole = 0;
