-- owner: channels.mailboxes
-- why: what SPF, DKIM and DMARC said of a message before it was decided upon, for the page
--      on which somebody decides: the codes stay, the domains go when it is erased.
CREATE TABLE mail_checked (
    mail   TEXT PRIMARY KEY,
    entry  BIGINT NOT NULL,
    spf    TEXT NOT NULL,
    dkim   TEXT NOT NULL,
    dmarc  TEXT NOT NULL,
    domain TEXT NOT NULL,
    signer TEXT NOT NULL
);
CREATE INDEX mail_checked_entry ON mail_checked (entry);
