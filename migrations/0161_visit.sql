-- owner: office.visits
-- why: on which days a certifier can come in, and which cases they see: a sample, drawn
--      by a seed in the journal or chosen. By the person for their lists, by the case for
--      "who may see it".
CREATE TABLE visit (
  person TEXT PRIMARY KEY,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  from_at BIGINT NOT NULL,
  until_at BIGINT NOT NULL
);

CREATE TABLE sampled_case (
  person TEXT NOT NULL,
  complaint TEXT NOT NULL,
  PRIMARY KEY (person, complaint)
);
CREATE INDEX sampled_case_complaint ON sampled_case (complaint, person);
