-- owner: complaint.inbox
-- why: the rows of open cases follow a recount in parts: how far the newest one has
--      come, and what it moved. Recounts of earlier versions followed at once.
ALTER TABLE date_recount ADD COLUMN is_running BIGINT NOT NULL DEFAULT 0;
ALTER TABLE date_recount ADD COLUMN open_then BIGINT NOT NULL DEFAULT 0;
ALTER TABLE date_recount ADD COLUMN looked BIGINT NOT NULL DEFAULT 0;
ALTER TABLE date_recount ADD COLUMN moved BIGINT NOT NULL DEFAULT 0;
ALTER TABLE date_recount ADD COLUMN overdue BIGINT NOT NULL DEFAULT 0;
ALTER TABLE date_recount ADD COLUMN digest TEXT NOT NULL DEFAULT '';
ALTER TABLE date_recount ADD COLUMN to_received BIGINT NOT NULL DEFAULT 0;
ALTER TABLE date_recount ADD COLUMN to_id TEXT NOT NULL DEFAULT '';
