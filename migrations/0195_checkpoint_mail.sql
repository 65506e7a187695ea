-- owner: office.checkpoints
-- why: to whom outside the house the newest signed head of the journal is mailed, at
--      which hour and in which language, from the journal.
CREATE TABLE checkpoint_mail (
  id BIGINT PRIMARY KEY,
  active BIGINT NOT NULL,
  hour BIGINT NOT NULL,
  language TEXT NOT NULL
);
CREATE TABLE checkpoint_recipient (
  id TEXT PRIMARY KEY,
  address TEXT NOT NULL
);

-- why: on which day it was planned last, and what each of them was sent. No evidence:
--      a fact for each letter would change the head that the next letter is about.
CREATE TABLE checkpoint_planned (
  id BIGINT PRIMARY KEY,
  day TEXT NOT NULL
);
CREATE TABLE checkpoint_sent (
  recipient TEXT PRIMARY KEY,
  size BIGINT NOT NULL,
  sent_at BIGINT NOT NULL
);
