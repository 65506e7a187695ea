-- owner: complaint.inbox
-- rebuild: yes
-- why: a queue's count reads the rows of one owner and of everybody together
--      (owner '*'), and not those of every colleague
DROP TABLE complaint_tally;
CREATE TABLE complaint_tally (
  owner TEXT NOT NULL,
  unit TEXT NOT NULL,
  waiting BIGINT NOT NULL,
  due_at BIGINT NOT NULL,
  n BIGINT NOT NULL,
  PRIMARY KEY (owner, unit, waiting, due_at)
);
