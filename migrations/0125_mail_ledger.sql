-- owner: channels.mailboxes
-- why: the mail ledger: one line for every message that lay in one of our mailboxes,
--      with what became of it, from the journal. Its place in the mailbox is unique,
--      and so are the bytes of whatever is no copy: that is what "exactly once" rests on.
CREATE TABLE mail_ledger (
  id TEXT PRIMARY KEY,
  mailbox TEXT NOT NULL,
  uid_validity BIGINT NOT NULL,
  uid BIGINT NOT NULL,
  content TEXT NOT NULL,
  message_id TEXT NOT NULL,
  bytes BIGINT NOT NULL,
  arrived_at BIGINT,
  fate TEXT NOT NULL,
  complaint TEXT,
  same_as TEXT,
  file TEXT,
  entry BIGINT NOT NULL,
  recorded_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX mail_ledger_place ON mail_ledger (mailbox, uid_validity, uid);
CREATE UNIQUE INDEX mail_ledger_content ON mail_ledger (content) WHERE same_as IS NULL;
CREATE INDEX mail_ledger_newest ON mail_ledger (mailbox, recorded_at, id);
CREATE INDEX mail_ledger_fate ON mail_ledger (fate, mailbox);
CREATE INDEX mail_ledger_message ON mail_ledger (message_id, recorded_at, id);
CREATE INDEX mail_ledger_entry ON mail_ledger (entry);

-- why: when the numbers of a mailbox were last compared with the ledger, and what was
--      found then, from the journal.
CREATE TABLE mail_reconciled (
  mailbox TEXT PRIMARY KEY,
  uid_validity BIGINT NOT NULL,
  compared_at BIGINT NOT NULL,
  on_server BIGINT NOT NULL,
  accounted BIGINT NOT NULL,
  missing BIGINT NOT NULL,
  gone BIGINT NOT NULL
);
