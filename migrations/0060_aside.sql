-- owner: complaint.inbox
-- why: a case put aside leaves its owner's list until it comes back; no case
--      recorded before this release was put aside, so nothing is counted anew
ALTER TABLE complaint ADD COLUMN aside BIGINT NOT NULL DEFAULT 0;
