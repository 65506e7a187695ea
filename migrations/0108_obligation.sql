-- owner: complaint.obligations
-- rebuild: yes
-- why: a row for each thing that an open complaint still owes, so that no end passes
--      unseen: the overdue list of each kind, what comes in the next days, and when
--      somebody is reminded next. `until_at` is the greatest number while its time
--      stands still. `counted` is 1 for what is ours and due first of its kind in its case;
--      `begun` where something was done that leads to it.
CREATE TABLE obligation (
  complaint TEXT NOT NULL,
  code TEXT NOT NULL,
  number BIGINT NOT NULL,
  until_at BIGINT NOT NULL,
  next_at BIGINT,
  next_rung TEXT,
  of_unit TEXT NOT NULL,
  counted BIGINT NOT NULL,
  begun BIGINT NOT NULL,
  PRIMARY KEY (complaint, code, number)
);
CREATE INDEX obligation_due ON obligation (code, until_at, complaint) WHERE counted = 1;
CREATE INDEX obligation_next ON obligation (next_at, complaint) WHERE next_at IS NOT NULL;

-- why: how many of each kind are due when, without counting the cases
CREATE TABLE obligation_tally (
  code TEXT NOT NULL,
  unit TEXT NOT NULL,
  begun BIGINT NOT NULL,
  due_at BIGINT NOT NULL,
  n BIGINT NOT NULL,
  PRIMARY KEY (code, unit, begun, due_at)
);
CREATE INDEX obligation_tally_due ON obligation_tally (due_at, code, unit, begun);

-- why: what a person was told and is still owed; it goes with the obligation
CREATE TABLE reminder (
  complaint TEXT NOT NULL,
  code TEXT NOT NULL,
  number BIGINT NOT NULL,
  person TEXT NOT NULL,
  rung TEXT NOT NULL,
  until_at BIGINT NOT NULL,
  told_at BIGINT NOT NULL,
  round BIGINT NOT NULL,
  PRIMARY KEY (complaint, code, number, person)
);
CREATE INDEX reminder_person ON reminder (person, until_at, complaint);
CREATE INDEX reminder_round ON reminder (person, round, complaint);
