-- owner: complaint.composing
-- why: what somebody is writing and has not sent, so that a reload, another device
--      or an ended session loses nothing. No evidence: not journalled, gone when it
--      is sent or the case is erased, deleted 30 days after last use.
CREATE TABLE composer_text (
  person TEXT NOT NULL,
  complaint TEXT NOT NULL,
  verb TEXT NOT NULL,
  fields TEXT NOT NULL,
  saved_at BIGINT NOT NULL,
  PRIMARY KEY (person, complaint, verb)
);
CREATE INDEX composer_text_saved ON composer_text (saved_at);
CREATE INDEX composer_text_complaint ON composer_text (complaint);
