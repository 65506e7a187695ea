-- owner: channels.mailboxes
-- rebuild: yes
-- why: a keyed hash of what a message says, whatever servers wrote above it: by it a
--      reply that is brought twice, or comes from a second mailbox, is known again
--      without reading the first, and erasing finds its copies. Empty for all that was
--      taken in before this column.
ALTER TABLE mail_ledger ADD COLUMN says TEXT NOT NULL DEFAULT '';
CREATE INDEX mail_ledger_says ON mail_ledger (says, complaint) WHERE says <> '';
