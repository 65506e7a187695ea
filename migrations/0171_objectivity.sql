-- owner: complaint.objectivity
-- rebuild: yes
-- why: cases about colleagues, whose line is drawn anew when heads, units or people change;
--      what each person declared, as their receipt; and every case that two persons opened.
CREATE TABLE concerned_colleague (
  complaint TEXT NOT NULL,
  person TEXT NOT NULL,
  PRIMARY KEY (complaint, person)
);
CREATE INDEX concerned_colleague_person ON concerned_colleague (person, complaint);
CREATE TABLE conflict_declaration (
  person TEXT NOT NULL,
  complaint TEXT NOT NULL,
  state TEXT NOT NULL,
  declared_at BIGINT NOT NULL,
  PRIMARY KEY (person, complaint)
);
CREATE INDEX conflict_declaration_newest ON conflict_declaration (person, declared_at, complaint);
CREATE TABLE glass_opening (
  seq BIGINT NOT NULL PRIMARY KEY,
  complaint TEXT NOT NULL,
  person TEXT NOT NULL,
  agreed_by TEXT NOT NULL,
  opened_at BIGINT NOT NULL,
  until_at BIGINT NOT NULL,
  closed_at BIGINT
);
CREATE INDEX glass_opening_case ON glass_opening (complaint, person);
