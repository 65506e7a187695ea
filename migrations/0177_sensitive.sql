-- owner: complaint.inbox
-- rebuild: yes
-- why: what is sensitive is for those alone who need it (4.10): a list knows it of each row,
--      so that it tells the others neither the name nor what the case is about.
ALTER TABLE complaint ADD COLUMN sensitive BIGINT NOT NULL DEFAULT 0;
