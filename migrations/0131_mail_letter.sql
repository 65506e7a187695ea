-- owner: channels.sorting
-- rebuild: yes
-- why: which case a letter of ours belongs to, and to whom it went, from the journal: by
--      it a reply finds its case and a bounce its letter. How many left by themselves
--      within an hour is counted here, too.
CREATE TABLE mail_letter (
  message TEXT PRIMARY KEY,
  complaint TEXT NOT NULL,
  recipient TEXT NOT NULL,
  automatic BIGINT NOT NULL,
  entry BIGINT NOT NULL,
  queued_at BIGINT NOT NULL
);
CREATE INDEX mail_letter_recipient ON mail_letter (recipient, queued_at);
CREATE INDEX mail_letter_automatic ON mail_letter (automatic, queued_at);
CREATE INDEX mail_letter_entry ON mail_letter (entry);

-- owner: channels.sorting
-- why: complaints whose acknowledgement waits for a person because machines must not
--      answer each other without end, from the journal.
CREATE TABLE mail_held (
  complaint TEXT PRIMARY KEY,
  why TEXT NOT NULL,
  held_at BIGINT NOT NULL
);
CREATE INDEX mail_held_since ON mail_held (held_at, complaint);
