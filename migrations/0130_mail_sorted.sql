-- owner: channels.mailboxes
-- why: what lists say of a message, and the ways in which deciding asks for it: by its
--      sender (caps) and by the case that it belongs to.
ALTER TABLE mail_ledger ADD COLUMN sender TEXT NOT NULL DEFAULT '';
ALTER TABLE mail_ledger ADD COLUMN subject TEXT NOT NULL DEFAULT '';
ALTER TABLE mail_ledger ADD COLUMN reasons TEXT NOT NULL DEFAULT '';
CREATE INDEX mail_ledger_sender ON mail_ledger (sender, recorded_at);
CREATE INDEX mail_ledger_complaint ON mail_ledger (complaint, recorded_at, id);
