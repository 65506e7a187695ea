-- owner: complaint.inbox
-- why: new ways of counting dates that were applied to all open cases; each fold
--      reads those that came after its case, so that one fact moves many dates.
CREATE TABLE date_recount (
  seq BIGINT PRIMARY KEY,
  recorded_at BIGINT NOT NULL,
  actor TEXT NOT NULL,
  body TEXT NOT NULL
);

-- How many open cases a category stands in, before it is retired.
CREATE INDEX complaint_open_category ON complaint (category) WHERE is_open = 1;
