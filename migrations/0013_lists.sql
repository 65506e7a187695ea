-- owner: complaint.inbox
-- why: the newest first, of one person or one stage, without sorting every row
CREATE INDEX complaint_owner_received ON complaint (owner, received_at, id) WHERE is_open = 1;
CREATE INDEX complaint_stage_received ON complaint (stage, received_at, id);
