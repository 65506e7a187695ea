-- owner: complaint.inbox
-- why: closed complaints whose complainant has written since: few among many, and
--      somebody decides on each whether it is opened again.
CREATE INDEX complaint_closed_and_answered ON complaint (closed_at, id) WHERE is_open = 0 AND needs_reply = 1;
