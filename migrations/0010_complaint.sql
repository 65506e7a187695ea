-- owner: complaint.inbox
-- why: one row a case for lists and queues; tallies for counts. Name, subject and
--      the words made of the two are the only personal columns; they become empty
--      when their fact is erased.
CREATE TABLE complaint (
  id TEXT PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE,
  version BIGINT NOT NULL,
  stage TEXT NOT NULL,
  is_open BIGINT NOT NULL,
  owner TEXT,
  unit TEXT,
  channel TEXT NOT NULL,
  language TEXT NOT NULL,
  category TEXT,
  priority TEXT NOT NULL,
  safety BIGINT NOT NULL,
  waiting TEXT,
  needs_reply BIGINT NOT NULL,
  complainant TEXT NOT NULL,
  subject TEXT NOT NULL,
  received_at BIGINT NOT NULL,
  recorded_at BIGINT NOT NULL,
  due_at BIGINT NOT NULL,
  due_step TEXT,
  closed_at BIGINT,
  words TEXT NOT NULL
);

CREATE INDEX complaint_open_due ON complaint (due_at, id) WHERE is_open = 1;
CREATE INDEX complaint_owner_due ON complaint (owner, due_at, id) WHERE is_open = 1;
CREATE INDEX complaint_waiting_due ON complaint (due_at, id) WHERE is_open = 1 AND waiting IS NOT NULL;
CREATE INDEX complaint_open_received ON complaint (received_at, id) WHERE is_open = 1;
CREATE INDEX complaint_due ON complaint (due_at, id);
CREATE INDEX complaint_received ON complaint (received_at, id);
CREATE INDEX complaint_stage_due ON complaint (stage, due_at, id);

CREATE TABLE complaint_subject (
  person TEXT NOT NULL,
  complaint TEXT NOT NULL,
  PRIMARY KEY (person, complaint)
);
CREATE INDEX complaint_subject_case ON complaint_subject (complaint, person);

CREATE TABLE complaint_tally (
  unit TEXT NOT NULL,
  owner TEXT NOT NULL,
  waiting BIGINT NOT NULL,
  due_at BIGINT NOT NULL,
  n BIGINT NOT NULL,
  PRIMARY KEY (unit, owner, waiting, due_at)
);
