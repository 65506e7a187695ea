-- owner: complaint.second
-- why: whose access a request would change, who does not agree to it themselves; and what
--      was asked of one kind, whoever asked: the list of exports.
ALTER TABLE second_request ADD COLUMN concerns TEXT;
CREATE INDEX second_request_act ON second_request (act, asked_at, id);
CREATE INDEX second_request_concerns ON second_request (concerns, act, state);
