-- owner: complaint.inbox
-- why: whoever sees some units only has their list put together from the lists of those
--      units, each read in order; without it the engine reads whatever lies between.
CREATE INDEX complaint_unit_due ON complaint (unit, due_at, id) WHERE is_open = 1;
