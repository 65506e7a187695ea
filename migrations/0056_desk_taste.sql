-- owner: office.sign_in
-- why: how a person likes the desk: light or dark, density, single keys, where to go
--      after sending. No evidence and nobody else's business: not journalled.
CREATE TABLE desk_taste (
  person TEXT PRIMARY KEY,
  theme TEXT NOT NULL,
  compact BIGINT NOT NULL,
  keys_off BIGINT NOT NULL,
  after_sending TEXT NOT NULL
);
