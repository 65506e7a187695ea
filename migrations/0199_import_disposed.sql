-- owner: channels.import
-- why: what the cases of an import that was taken back say of people is disposed of; which
--      imports still wait for it, also those that were undone by an earlier version.
ALTER TABLE import_run ADD COLUMN disposed BIGINT NOT NULL DEFAULT 0;
CREATE INDEX import_run_disposed ON import_run (disposed, state, begun_at);
