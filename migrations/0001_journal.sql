-- owner: store
-- why: the journal with its tree and checkpoints, files, and the job queue.
--      Migrations know three types: BIGINT, TEXT and BYTES (store/src/dialect.rs).

-- A fact, one row. `record` and `personal` are canonical JSON, each committed
-- under a salt of its own; an erased part has neither salt nor text any more,
-- while its commitment stays, so that no leaf changes.
CREATE TABLE journal_entry (
  seq BIGINT PRIMARY KEY,
  id TEXT NOT NULL,
  about TEXT NOT NULL,
  kind TEXT NOT NULL,
  version BIGINT NOT NULL,
  actor TEXT NOT NULL,
  unit TEXT,
  recorded_at BIGINT NOT NULL,
  occurred_at BIGINT,
  record_commitment BYTES NOT NULL,
  record_salt BYTES NOT NULL,
  record TEXT NOT NULL,
  personal_commitment BYTES,
  personal_salt BYTES,
  personal TEXT
);
CREATE INDEX journal_entry_about ON journal_entry (about, seq);

-- Hashes of complete subtrees of the RFC 6962 tree, in the order of their making.
CREATE TABLE journal_node (
  place BIGINT PRIMARY KEY,
  hash BYTES NOT NULL
);

-- Signed tree heads, one for every commit that made the journal longer.
CREATE TABLE journal_checkpoint (
  number BIGINT PRIMARY KEY,
  size BIGINT NOT NULL,
  note TEXT NOT NULL
);

-- The bytes of files; facts commit to them, erasing drops them.
CREATE TABLE blob (
  id TEXT PRIMARY KEY,
  bytes BYTES NOT NULL
);

-- Work to be done after a commit. Not evidence, therefore not journalled.
CREATE TABLE job (
  key TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  state TEXT NOT NULL,
  run_at BIGINT NOT NULL,
  attempts BIGINT NOT NULL,
  max_attempts BIGINT NOT NULL,
  locked_until BIGINT,
  last_error TEXT
);
CREATE INDEX job_due ON job (kind, state, run_at);
