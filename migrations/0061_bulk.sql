-- owner: complaint.bulk
-- why: one act on many cases, while it runs and for a day after: what was asked,
--      how far it is, what was refused. The evidence is each case's own fact;
--      these rows are swept.
CREATE TABLE bulk_run (
  id TEXT PRIMARY KEY,
  person TEXT NOT NULL,
  verb TEXT NOT NULL,
  fields TEXT NOT NULL,
  list TEXT NOT NULL,
  undoes TEXT,
  undone_by TEXT,
  started_at BIGINT NOT NULL,
  finished_at BIGINT
);
CREATE INDEX bulk_run_person ON bulk_run (person, started_at, id);
CREATE INDEX bulk_run_started ON bulk_run (started_at);

CREATE TABLE bulk_item (
  run TEXT NOT NULL,
  place BIGINT NOT NULL,
  reference TEXT NOT NULL,
  seen BIGINT,
  fields TEXT,
  state TEXT NOT NULL,
  why TEXT,
  before_at BIGINT,
  after_at BIGINT,
  PRIMARY KEY (run, place)
);
CREATE INDEX bulk_item_state ON bulk_item (run, state, place);
