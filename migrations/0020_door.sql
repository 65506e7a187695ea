-- owner: complaint.door
-- why: a request that was already done is not done again (double click, back
--      button, a program that retries); swept after a week, no evidence
CREATE TABLE door_request (
  request TEXT PRIMARY KEY,
  at BIGINT NOT NULL
);
CREATE INDEX door_request_at ON door_request (at);
