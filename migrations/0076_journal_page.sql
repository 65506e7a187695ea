-- owner: office.journal
-- why: checks of the whole journal that were asked for on its page, and what came of
--      them. No evidence: the check can be made again at any time.
CREATE TABLE proof_run (
  id TEXT PRIMARY KEY,
  asked_at BIGINT NOT NULL,
  state TEXT NOT NULL,
  entries BIGINT NOT NULL,
  reached BIGINT NOT NULL,
  root TEXT NOT NULL,
  first_bad BIGINT,
  why TEXT NOT NULL,
  ended_at BIGINT
);
CREATE INDEX proof_run_asked ON proof_run (asked_at, id);

-- The newest entries of one kind without walking through all.
CREATE INDEX journal_entry_kind ON journal_entry (kind, seq);
