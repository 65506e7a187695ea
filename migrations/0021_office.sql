-- owner: office.people
-- why: who works here and with which role, from the journal. An address that was
--      erased is NULL, so that it can be given out again.
CREATE TABLE person (
  id TEXT PRIMARY KEY,
  email TEXT UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  unit TEXT,
  language TEXT,
  active BIGINT NOT NULL
);

-- owner: office.units
-- why: parts of the organisation that see only their own complaints.
CREATE TABLE unit (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL
);

-- owner: office.organisation
-- why: what the organisation decided about itself, as one JSON object; version is
--      the position of its fact in the journal.
CREATE TABLE organisation (
  id BIGINT PRIMARY KEY,
  version BIGINT NOT NULL,
  body TEXT NOT NULL
);

-- owner: office.relay
-- why: through which relay mail leaves; its password is in secret_setting.
CREATE TABLE mail_relay (
  id BIGINT PRIMARY KEY,
  host TEXT NOT NULL,
  port BIGINT NOT NULL,
  encryption TEXT NOT NULL,
  sender TEXT NOT NULL
);

-- owner: office.sample
-- why: whether the owner asked for an installation with invented complaints.
CREATE TABLE sample_choice (
  id BIGINT PRIMARY KEY,
  wanted BIGINT NOT NULL
);

-- owner: office
-- why: what is no evidence and must not lie in the journal; no rebuild touches it.
CREATE TABLE password (
  person TEXT PRIMARY KEY,
  hash TEXT NOT NULL,
  set_at BIGINT NOT NULL
);

CREATE TABLE one_time_link (
  hash TEXT PRIMARY KEY,
  purpose TEXT NOT NULL,
  person TEXT NOT NULL,
  expires_at BIGINT NOT NULL
);

CREATE TABLE secret_setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
);

-- Who is signed in; of the cookie only its SHA-256 is kept.
CREATE TABLE session (
  hash TEXT PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person TEXT NOT NULL,
  started_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  device TEXT NOT NULL
);
CREATE INDEX session_person ON session (person);

-- owner: office.tokens
-- why: programs that act for a person; of the token only its SHA-256 is kept.
CREATE TABLE token (
  id TEXT PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  person TEXT NOT NULL,
  name TEXT NOT NULL,
  scope TEXT,
  created_at BIGINT NOT NULL
);
CREATE INDEX token_person ON token (person);
