-- owner: office.notices
-- why: what each colleague wants to be written to about, and how soon; and what waits for
--      the next letter. No evidence and nobody else's business: not journalled.
CREATE TABLE notice_choice (
  person TEXT NOT NULL,
  kind TEXT NOT NULL,
  pace TEXT NOT NULL,
  PRIMARY KEY (person, kind)
);
CREATE TABLE notice_waiting (
  person TEXT NOT NULL,
  complaint TEXT NOT NULL,
  kind TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (person, complaint, kind)
);
