-- owner: office
-- why: what proves besides a password who somebody is. No evidence, so no rebuild
--      touches it: the journal says that a factor was added or removed, never which
--      secret it has. The secret of an authenticator is sealed with the house's keys;
--      of a recovery code only its hash is kept; of a passkey its public key.
CREATE TABLE authenticator (
  person TEXT PRIMARY KEY,
  secret TEXT NOT NULL,
  begun_at BIGINT NOT NULL,
  confirmed_at BIGINT,
  last_step BIGINT NOT NULL
);

CREATE TABLE recovery_code (
  hash TEXT PRIMARY KEY,
  person TEXT NOT NULL
);
CREATE INDEX recovery_code_person ON recovery_code (person);

CREATE TABLE passkey (
  credential TEXT PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person TEXT NOT NULL,
  name TEXT NOT NULL,
  public_key TEXT NOT NULL,
  counter BIGINT NOT NULL,
  added_at BIGINT NOT NULL,
  used_at BIGINT
);
CREATE INDEX passkey_person ON passkey (person, added_at, id);

-- A challenge is made by a page and kept nowhere; which ones were answered is kept
-- until they run out, so that no answer counts twice.
CREATE TABLE spent_challenge (
  hash TEXT PRIMARY KEY,
  expires_at BIGINT NOT NULL
);
CREATE INDEX spent_challenge_expires ON spent_challenge (expires_at);

-- Kinds of browsers that a person has signed in with: another one is told by mail.
CREATE TABLE known_device (
  person TEXT NOT NULL,
  device TEXT NOT NULL,
  PRIMARY KEY (person, device)
);

-- Who says that their second factor is lost, until a second person has seen to it.
CREATE TABLE recovery_request (
  person TEXT PRIMARY KEY,
  asked_at BIGINT NOT NULL
);
CREATE INDEX recovery_request_asked ON recovery_request (asked_at, person);

-- When the person of this session last proved who they are, and whether all they may do
-- with it is to set up the second factor that their role asks for.
ALTER TABLE session ADD COLUMN proved_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE session ADD COLUMN limited BIGINT NOT NULL DEFAULT 0;
