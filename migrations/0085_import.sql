-- owner: channels.import
-- why: imports of files: each run with its counts and how it ended, from the
--      journal, so that a whole import can be found and undone.
CREATE TABLE import_run (
  id TEXT PRIMARY KEY,
  format TEXT NOT NULL,
  file TEXT NOT NULL,
  name TEXT NOT NULL,
  state TEXT NOT NULL,
  begun_at BIGINT NOT NULL,
  begun_by TEXT NOT NULL,
  ended_at BIGINT,
  n_rows BIGINT NOT NULL,
  imported BIGINT NOT NULL,
  duplicates BIGINT NOT NULL,
  rejected BIGINT NOT NULL,
  annulled BIGINT NOT NULL
);
CREATE INDEX import_run_begun ON import_run (begun_at, id);
CREATE INDEX import_run_file ON import_run (file, state);

-- Cases that stayed when their import was undone: somebody had worked on them.
CREATE TABLE import_kept (
  import TEXT NOT NULL,
  complaint TEXT NOT NULL,
  PRIMARY KEY (import, complaint)
);

-- A file on its way in: its bytes, what was found in it, what was chosen, how far
-- it is. No evidence: not journalled; the bytes go when it is in, the rest after
-- 30 days.
CREATE TABLE import_upload (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  person TEXT NOT NULL,
  used_at BIGINT NOT NULL,
  format TEXT NOT NULL,
  file TEXT NOT NULL,
  state TEXT NOT NULL,
  survey TEXT NOT NULL,
  choices TEXT NOT NULL,
  dry TEXT NOT NULL,
  header TEXT NOT NULL,
  total BIGINT NOT NULL,
  position BIGINT NOT NULL,
  imported BIGINT NOT NULL,
  duplicates BIGINT NOT NULL,
  rejected BIGINT NOT NULL,
  started_at BIGINT,
  content BYTES NOT NULL
);
CREATE INDEX import_upload_used ON import_upload (used_at, id);

-- Rows that stay outside, with line and reason.
CREATE TABLE import_reject (
  upload TEXT NOT NULL,
  line BIGINT NOT NULL,
  why TEXT NOT NULL,
  raw TEXT NOT NULL,
  PRIMARY KEY (upload, line)
);
