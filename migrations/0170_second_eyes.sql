-- owner: complaint.second
-- why: what was asked of a second pair of eyes: what waits for whom, and what one asked for
--      oneself. The reason and what was typed stay in the journal.
CREATE TABLE second_request (
  id TEXT NOT NULL PRIMARY KEY,
  act TEXT NOT NULL,
  decides TEXT NOT NULL,
  complaint TEXT,
  asked_by TEXT NOT NULL,
  asked_at BIGINT NOT NULL,
  state TEXT NOT NULL
);
CREATE INDEX second_request_state ON second_request (state, asked_at, id);
CREATE INDEX second_request_mine ON second_request (asked_by, asked_at, id);
