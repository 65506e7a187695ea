-- owner: complaint.calls
-- why: a call of a program that was already carried out is not carried out again; what
--      it made is found by `about`. Swept after a week, no evidence
CREATE TABLE call_request (
  request TEXT PRIMARY KEY,
  about TEXT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX call_request_at ON call_request (at);
