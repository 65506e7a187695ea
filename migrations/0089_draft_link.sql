-- owner: channels.web_form
-- why: how often the link to a draft was mailed; a form that anybody can open writes
--      to one address a few times and no more.
ALTER TABLE draft ADD COLUMN mailed BIGINT NOT NULL DEFAULT 0;
