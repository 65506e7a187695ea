-- owner: complaint.figures
-- why: how each complaint counts, and the sums from which every figure is read at
--      the same cost whether there are a hundred complaints or a million. Codes and
--      days only (20261121), nothing personal: no erasure changes a figure.
-- rebuild: yes
CREATE TABLE figure_case (
  complaint TEXT PRIMARY KEY,
  unit TEXT NOT NULL,
  category TEXT NOT NULL,
  channel TEXT NOT NULL,
  language TEXT NOT NULL,
  counted BIGINT NOT NULL,
  is_open BIGINT NOT NULL,
  received_on BIGINT NOT NULL,
  received_span BIGINT NOT NULL,
  closed_on BIGINT NOT NULL,
  closed_span BIGINT NOT NULL,
  acknowledge_on BIGINT NOT NULL,
  acknowledged_in_time BIGINT NOT NULL,
  answer_on BIGINT NOT NULL,
  answered_in_time BIGINT NOT NULL,
  resolve_on BIGINT NOT NULL,
  resolved_in_time BIGINT NOT NULL,
  first_contact BIGINT NOT NULL,
  assessed BIGINT NOT NULL,
  wrong_priority BIGINT NOT NULL,
  referred BIGINT NOT NULL,
  repeated BIGINT NOT NULL,
  improvement BIGINT NOT NULL,
  reopened BIGINT NOT NULL,
  noted BIGINT NOT NULL
);
CREATE INDEX figure_case_closed ON figure_case (closed_on, complaint) WHERE closed_on > 0;
CREATE INDEX figure_case_noted ON figure_case (received_on, complaint) WHERE noted = 1;

-- Sums by dimension ('all', 'category', 'channel', 'language') and span: the pieces
-- into which the months of both calendars cut time. `view`: by receipt or closing.
CREATE TABLE figure_count (
  view TEXT NOT NULL,
  dimension TEXT NOT NULL,
  span BIGINT NOT NULL,
  value TEXT NOT NULL,
  unit TEXT NOT NULL,
  counted BIGINT NOT NULL,
  is_open BIGINT NOT NULL,
  first_contact BIGINT NOT NULL,
  assessed BIGINT NOT NULL,
  wrong_priority BIGINT NOT NULL,
  referred BIGINT NOT NULL,
  repeated BIGINT NOT NULL,
  improvement BIGINT NOT NULL,
  reopened BIGINT NOT NULL,
  acknowledgement_due BIGINT NOT NULL,
  acknowledged_in_time BIGINT NOT NULL,
  answer_due BIGINT NOT NULL,
  answered_in_time BIGINT NOT NULL,
  resolution_due BIGINT NOT NULL,
  resolved_in_time BIGINT NOT NULL,
  PRIMARY KEY (view, dimension, span, value, unit)
);
CREATE INDEX figure_count_open ON figure_count (dimension, value, unit, is_open) WHERE is_open > 0;

-- The part of those sums whose agreed date is this day. While the day is not over
-- it is left out: neither kept nor broken.
CREATE TABLE figure_pending (
  dimension TEXT NOT NULL,
  due_on BIGINT NOT NULL,
  span BIGINT NOT NULL,
  value TEXT NOT NULL,
  unit TEXT NOT NULL,
  acknowledgement_due BIGINT NOT NULL,
  acknowledged_in_time BIGINT NOT NULL,
  answer_due BIGINT NOT NULL,
  answered_in_time BIGINT NOT NULL,
  resolution_due BIGINT NOT NULL,
  resolved_in_time BIGINT NOT NULL,
  PRIMARY KEY (dimension, due_on, span, value, unit)
);

-- Open complaints by the day of their receipt, for their age.
CREATE TABLE figure_age (
  received_on BIGINT NOT NULL,
  unit TEXT NOT NULL,
  n BIGINT NOT NULL,
  PRIMARY KEY (received_on, unit)
);
