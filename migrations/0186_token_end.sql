-- owner: office.tokens
-- why: a token that nobody needs any more is found by nobody; each ends by itself, those
--      made before this release when they are revoked.
ALTER TABLE token ADD COLUMN ends_at BIGINT;
