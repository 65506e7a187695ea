-- owner: office.single_sign_on
-- why: under which name of a provider somebody came in: from then on the name counts and
--      not the address, which can pass to another person there.
CREATE TABLE sign_in_elsewhere (
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  person TEXT NOT NULL,
  first_at BIGINT NOT NULL,
  last_at BIGINT NOT NULL,
  PRIMARY KEY (issuer, subject)
);
