-- owner: channels.web_form
-- why: when the form was handed out, and whether a field that no person sees was filled
--      in: signs of a program, by which a complaint waits for somebody to confirm it.
ALTER TABLE draft ADD COLUMN begun_at BIGINT;
ALTER TABLE draft ADD COLUMN trapped BIGINT NOT NULL DEFAULT 0;
