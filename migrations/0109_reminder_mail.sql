-- owner: office.reminders
-- why: whom no reminder is mailed to: `*` for everybody, or a person's identifier.
--      What they are told stands in the desk all the same.
CREATE TABLE reminder_mail_off (
  who TEXT PRIMARY KEY
);
