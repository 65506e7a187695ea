-- owner: framework.overview
-- why: how many facts of each kind the journal holds and when the newest was
--      recorded, so that the map of clauses costs the same at ten facts and at ten
--      million. Kinds and numbers only, nothing personal.
-- rebuild: yes
CREATE TABLE evidence_count (
  kind TEXT PRIMARY KEY,
  n BIGINT NOT NULL,
  newest_at BIGINT NOT NULL
);
