-- owner: office
-- why: when the newest backup was made and up to which entry, for health and the
--      first page of administration; left there by `redress backup`. No evidence:
--      a rebuild leaves it alone, and a restored copy knows of its own backup only.
CREATE TABLE backup_mark (
  id BIGINT PRIMARY KEY,
  made_at BIGINT NOT NULL,
  entries BIGINT NOT NULL
);
