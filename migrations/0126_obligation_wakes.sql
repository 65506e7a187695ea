-- owner: complaint.obligations
-- why: when a case is looked at next. One of its rows says so, the first to come, and
--      not each: a quarter of the index to move whenever its dates move.
ALTER TABLE obligation ADD COLUMN wakes_at BIGINT;
DROP INDEX obligation_next;
UPDATE obligation SET wakes_at = next_at WHERE next_at IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM obligation AS other WHERE other.complaint = obligation.complaint
    AND (other.next_at, other.code, other.number) < (obligation.next_at, obligation.code, obligation.number));
CREATE INDEX obligation_wakes ON obligation (wakes_at, complaint) WHERE wakes_at IS NOT NULL;
