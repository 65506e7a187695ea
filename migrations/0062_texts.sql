-- owner: complaint.texts
-- why: the newest version of each text to write with, by code and language
CREATE TABLE template (
  code TEXT PRIMARY KEY,
  version BIGINT NOT NULL,
  owner TEXT NOT NULL,
  written_at BIGINT NOT NULL,
  retired BIGINT NOT NULL
);
CREATE TABLE template_words (
  code TEXT NOT NULL,
  language TEXT NOT NULL,
  name TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (code, language)
);
