-- owner: office.units
-- why: units lie below one another: whoever belongs to one sees the complaints of those
--      below it too. Every unit with each of those above it, so that a list asks once;
--      empty where all units stand side by side.
ALTER TABLE unit ADD COLUMN above TEXT;

CREATE TABLE unit_under (
  above TEXT NOT NULL,
  unit TEXT NOT NULL,
  PRIMARY KEY (above, unit)
);
