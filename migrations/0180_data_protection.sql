-- owner: office.data_protection
-- why: what is asked for about somebody's data (erasure, access, rectification) and the
--      legal holds, for lists by what is due, from the journal. Codes, numbers and
--      instants only; why, in words, stands in the facts until the case is erased.
--      `due_at` is an instant of an erasure, and a day (20261121) of everything else.
CREATE TABLE data_request (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  basis TEXT NOT NULL,
  n_cases BIGINT NOT NULL,
  asked_by TEXT NOT NULL,
  asked_at BIGINT NOT NULL,
  due_at BIGINT,
  ended_at BIGINT
);
CREATE INDEX data_request_state ON data_request (kind, state, asked_at, id);
CREATE INDEX data_request_ended ON data_request (kind, ended_at, id);
-- Which cases each is about; `is_open` while nothing has come of it yet, or a hold holds.
CREATE TABLE data_request_case (
  complaint TEXT NOT NULL,
  request TEXT NOT NULL,
  kind TEXT NOT NULL,
  is_open BIGINT NOT NULL,
  PRIMARY KEY (complaint, request)
);
CREATE INDEX data_request_case_request ON data_request_case (request, complaint);
-- Within how many days a request is answered, as the organisation decided.
CREATE TABLE data_rights_clock (
  id BIGINT PRIMARY KEY,
  days BIGINT NOT NULL
);
