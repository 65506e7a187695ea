-- owner: complaint.views
-- why: the address of a list under a name, of one person (audience: their id) or
--      for everybody (audience: empty). A preference, not journalled.
CREATE TABLE saved_view (
  id TEXT PRIMARY KEY,
  owner TEXT NOT NULL,
  name TEXT NOT NULL,
  list TEXT NOT NULL,
  audience TEXT NOT NULL,
  saved_at BIGINT NOT NULL,
  deleted_at BIGINT
);
CREATE INDEX saved_view_audience ON saved_view (audience, name, id);
CREATE INDEX saved_view_owner ON saved_view (owner, name, id);
CREATE INDEX saved_view_deleted ON saved_view (deleted_at);
