-- owner: office.retention
-- why: closed cases by what their period of keeping goes by (what they were assessed
--      as, their category, when they were closed), so that those whose period has run
--      out are found in the order of an index. Only while something personal is left
--      of a case. Codes and instants only.
-- rebuild: yes
CREATE TABLE kept_complaint (
  complaint TEXT PRIMARY KEY,
  is_complaint BIGINT NOT NULL,
  category TEXT NOT NULL,
  closed_at BIGINT NOT NULL
);
-- The general periods; the category to leave those out that have a period of their own.
CREATE INDEX kept_complaint_closed ON kept_complaint (is_complaint, closed_at, complaint, category);
CREATE INDEX kept_complaint_category ON kept_complaint (category, closed_at, complaint) WHERE is_complaint = 1;
