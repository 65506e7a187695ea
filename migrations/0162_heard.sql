-- owner: channels.heard
-- rebuild: yes
-- why: whoever passed on a complaint that they heard sees its reference and its stage,
--      the newest first, and nothing else of it.
CREATE TABLE heard_complaint (
  person TEXT NOT NULL,
  complaint TEXT NOT NULL,
  PRIMARY KEY (person, complaint)
);
