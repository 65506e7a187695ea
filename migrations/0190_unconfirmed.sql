-- owner: complaint.unconfirmed
-- why: complaints that somebody confirms first, and those that were put aside: in no other
--      list, so they have one of their own. No name and no word of them stands here.
CREATE TABLE unconfirmed (
  complaint TEXT PRIMARY KEY,
  reference TEXT NOT NULL,
  state TEXT NOT NULL,
  why TEXT NOT NULL,
  calm BIGINT NOT NULL,
  unit TEXT,
  received_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX unconfirmed_reference ON unconfirmed (reference);
CREATE INDEX unconfirmed_state ON unconfirmed (state, calm, received_at, complaint);
