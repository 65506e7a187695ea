-- owner: channels.web_form
-- why: a complaint that is still being written, saved at each step, and counts of
--      refused fields. No evidence: not journalled, deleted 30 days after last use.

-- `id` is a hash of the key in the draft's address, so a copied database opens nothing.
CREATE TABLE draft (
  id TEXT PRIMARY KEY,
  answers TEXT NOT NULL,
  used_at BIGINT NOT NULL,
  complaint TEXT
);
CREATE INDEX draft_used ON draft (used_at);

CREATE TABLE draft_file (
  id TEXT PRIMARY KEY,
  draft TEXT NOT NULL,
  place BIGINT NOT NULL,
  name TEXT NOT NULL,
  media TEXT NOT NULL,
  size BIGINT NOT NULL,
  content BYTES NOT NULL
);
CREATE INDEX draft_file_draft ON draft_file (draft, place);

-- Which rule stopped which field on which day; never what was typed.
CREATE TABLE form_failure (
  day TEXT NOT NULL,
  form TEXT NOT NULL,
  field TEXT NOT NULL,
  rule TEXT NOT NULL,
  n BIGINT NOT NULL,
  PRIMARY KEY (day, form, field, rule)
);
