-- owner: channels.import
-- why: a file that waits to be taken in lies sealed and is longer then; how long it came
--      stands in the record of the import.
ALTER TABLE import_upload ADD COLUMN size BIGINT NOT NULL DEFAULT 0;
UPDATE import_upload SET size = LENGTH(content);
