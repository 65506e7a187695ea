-- owner: channels.mailboxes
-- why: the mailboxes that complaints arrive in, from the journal. Who signs in, and with
--      what, lies sealed in secret_setting. A mailbox that was closed keeps its name for
--      the lines of the ledger.
CREATE TABLE mailbox (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  terms TEXT NOT NULL,
  added_at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL,
  closed_at BIGINT
);

-- why: how the last look into each mailbox went; no evidence, written by whoever watches.
CREATE TABLE mailbox_look (
  mailbox TEXT PRIMARY KEY,
  looked_at BIGINT,
  on_server BIGINT,
  fault TEXT NOT NULL,
  fault_at BIGINT
);
