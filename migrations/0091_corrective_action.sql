-- owner: improvement.corrective_action
-- why: one row an action, for its list by due date, and the complaints it came from.
--      The title is what a person wrote; it becomes empty when its fact is erased.
CREATE TABLE corrective_action (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  state TEXT NOT NULL,
  owner TEXT NOT NULL,
  due_on BIGINT NOT NULL,
  rounds BIGINT NOT NULL
);
CREATE INDEX corrective_action_due ON corrective_action (state, due_on, id);

CREATE TABLE corrective_action_case (
  action TEXT NOT NULL,
  complaint TEXT NOT NULL,
  PRIMARY KEY (action, complaint)
);
CREATE INDEX corrective_action_of_case ON corrective_action_case (complaint, action);
