-- owner: channels.outbox
-- rebuild: yes
-- why: the page of what has not left says why a letter came back, and which job tries a
--      mail again: when, how often, and what the relay said last.
ALTER TABLE outbox ADD COLUMN status TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN job TEXT NOT NULL DEFAULT '';
