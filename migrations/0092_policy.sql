-- owner: framework.policy
-- why: one row a version of the complaints policy, to find the one in force and the
--      one being written, and who has read which. The text stands in the facts.
CREATE TABLE policy_version (
  id TEXT PRIMARY KEY,
  number BIGINT NOT NULL UNIQUE,
  state TEXT NOT NULL
);
CREATE INDEX policy_version_state ON policy_version (state, number);

CREATE TABLE policy_reading (
  version TEXT NOT NULL,
  person TEXT NOT NULL,
  read_at BIGINT NOT NULL,
  PRIMARY KEY (version, person)
);
