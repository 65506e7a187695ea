-- owner: complaint.figures
-- why: a row of sums is there only while one of its counts is not zero, so that it
--      never matters how facts were cut into transactions. Rows of zeros that
--      earlier versions left behind go.
DELETE FROM figure_count WHERE counted = 0 AND is_open = 0 AND first_contact = 0 AND assessed = 0
  AND wrong_priority = 0 AND referred = 0 AND repeated = 0 AND improvement = 0 AND reopened = 0
  AND acknowledgement_due = 0 AND acknowledged_in_time = 0 AND answer_due = 0 AND answered_in_time = 0
  AND resolution_due = 0 AND resolved_in_time = 0;
DELETE FROM figure_pending WHERE acknowledgement_due = 0 AND acknowledged_in_time = 0 AND answer_due = 0
  AND answered_in_time = 0 AND resolution_due = 0 AND resolved_in_time = 0;
