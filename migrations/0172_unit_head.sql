-- owner: office.objectivity
-- why: who heads which unit (the line above a person complained about follows from it),
--      and who holds which competence until when.
CREATE TABLE unit_head (
  unit TEXT NOT NULL PRIMARY KEY,
  head TEXT NOT NULL
);
CREATE TABLE competence (
  person TEXT NOT NULL,
  competence TEXT NOT NULL,
  until_on TEXT,
  PRIMARY KEY (person, competence)
);
