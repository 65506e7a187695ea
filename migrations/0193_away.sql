-- owner: office.standing_in
-- why: who is away from which day to which, and who stands in: asked when a case is
--      looked at and when its owner would be written to.
CREATE TABLE away (
  person TEXT PRIMARY KEY,
  from_on TEXT NOT NULL,
  until_on TEXT NOT NULL,
  deputy TEXT NOT NULL
);
CREATE INDEX away_deputy ON away (deputy, until_on, person);
