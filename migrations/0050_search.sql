-- owner: complaint.search
-- why: every text that somebody wrote in a case, one row each (a long one in
--      pieces), as tokens of crates/text; who may see it stands among them. The
--      index over it is the engine's own (store/src/dialect.rs). The column that
--      names and subjects were looked for in is no longer needed.
-- rebuild: yes
CREATE TABLE search_row (
  id BIGINT PRIMARY KEY,
  complaint TEXT NOT NULL,
  entry BIGINT NOT NULL,
  kind TEXT NOT NULL,
  scope TEXT NOT NULL,
  words TEXT NOT NULL
);
CREATE SEARCH INDEX search_index ON search_row (words);

ALTER TABLE complaint DROP COLUMN words;
