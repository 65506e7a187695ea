-- owner: complaint.inbox
-- why: top management is told of significant complaints within hours (5.4.1) and finds them
--      in a queue of their own: 0 none, 1 not confirmed yet, 2 confirmed. There are few.
ALTER TABLE complaint ADD COLUMN significant BIGINT NOT NULL DEFAULT 0;
CREATE INDEX complaint_significant ON complaint (significant, due_at, id) WHERE is_open = 1 AND significant > 0;
CREATE INDEX complaint_significant_stage ON complaint (stage, significant, due_at, id) WHERE is_open = 1 AND significant > 0;
