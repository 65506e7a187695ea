-- owner: store
-- rebuild: yes
-- why: what identifies people lies closed (decision 109): the personal part of a fact
--      with its salt in `sealed`, under a key of what the fact is about; that key
--      wrapped by an epoch key of the key file. `personal` and `personal_salt` are what
--      an earlier version left open: the next start closes them, in parts, and takes
--      the work down when nothing open is left in free pages.
CREATE TABLE secret_key (
  about TEXT PRIMARY KEY,
  epoch BIGINT NOT NULL,
  wrapped BYTES NOT NULL
);
CREATE INDEX secret_key_epoch ON secret_key (epoch, about);

CREATE TABLE secret_work (
  name TEXT PRIMARY KEY
);
INSERT INTO secret_work (name) SELECT 'files' WHERE EXISTS (SELECT 1 FROM blob);
INSERT INTO secret_work (name) SELECT 'free pages' WHERE EXISTS (SELECT 1 FROM journal_entry);

ALTER TABLE journal_entry ADD COLUMN sealed BYTES;
CREATE INDEX journal_entry_open ON journal_entry (seq) WHERE personal IS NOT NULL;
