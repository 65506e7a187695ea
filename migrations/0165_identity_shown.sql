-- owner: complaint.identity
-- rebuild: yes
-- why: to whom the name of a complainant was shown, and until when: asked for every list
--      that somebody opens, and read by whoever oversees it. Until 0: while they have the
--      open case. The words of the reason stay in the journal.
CREATE TABLE identity_shown (
  seq BIGINT PRIMARY KEY,
  person TEXT NOT NULL,
  role TEXT NOT NULL,
  complaint TEXT NOT NULL,
  why TEXT NOT NULL,
  shown_at BIGINT NOT NULL,
  until_at BIGINT NOT NULL
);
CREATE INDEX identity_shown_person ON identity_shown (person, until_at, complaint);
CREATE INDEX identity_shown_complaint ON identity_shown (complaint, seq);
