-- owner: framework.significance
-- why: who answers for the organisation, and who audits it, see of each significant
--      complaint when it was found, when the first mail had left and when it was
--      confirmed (5.4.1); all from facts.
CREATE TABLE significance_log (
  complaint TEXT PRIMARY KEY,
  grounds TEXT NOT NULL,
  since BIGINT NOT NULL,
  confirm_by BIGINT NOT NULL,
  told_at BIGINT,
  told TEXT,
  confirmed_at BIGINT,
  confirmed_by TEXT,
  late BIGINT NOT NULL,
  lifted_at BIGINT
);
CREATE INDEX significance_log_since ON significance_log (since, complaint);
