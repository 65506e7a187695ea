-- owner: channels.mailboxes
-- rebuild: yes
-- why: who wrote a message, its subject and the name that it gave itself lie closed
--      (decision 109); what is asked for by whole values is asked by their keyed hash.
ALTER TABLE mail_ledger ADD COLUMN sender_token TEXT NOT NULL DEFAULT '';
ALTER TABLE mail_ledger ADD COLUMN message_token TEXT NOT NULL DEFAULT '';
DROP INDEX mail_ledger_sender;
DROP INDEX mail_ledger_message;
CREATE INDEX mail_ledger_sender ON mail_ledger (sender_token, recorded_at);
CREATE INDEX mail_ledger_message ON mail_ledger (message_token, recorded_at, id);
