-- owner: channels.mailboxes
-- rebuild: yes
-- why: of which case a message speaks, whether or not it belongs to it: an automatic
--      answer, a report or a reply over the cap is seen by nobody who may not see that
--      case. Empty: of none; `?`: nobody looked, as with all that was taken in before
--      this column, and such a message is shown to nobody whom any case is about.
ALTER TABLE mail_ledger ADD COLUMN concerns TEXT NOT NULL DEFAULT '?';
CREATE INDEX mail_ledger_same ON mail_ledger (same_as) WHERE same_as IS NOT NULL;
