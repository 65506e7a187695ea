-- owner: planning.objective
-- why: one row an objective, for the list by due date. What people wrote about the
--      method stands in the facts.
CREATE TABLE objective (
  id TEXT PRIMARY KEY,
  indicator TEXT NOT NULL,
  at_least BIGINT NOT NULL,
  target BIGINT NOT NULL,
  unit TEXT,
  owner TEXT NOT NULL,
  due_on BIGINT NOT NULL,
  retired BIGINT NOT NULL
);
CREATE INDEX objective_due ON objective (retired, due_on, id);
