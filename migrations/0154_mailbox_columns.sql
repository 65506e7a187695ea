-- owner: channels.mailboxes
-- rebuild: yes
-- why: what others than the fetcher ask of a mailbox, as columns: to which unit its
--      complaints go, in which language they are answered, and its address. Read out of
--      the terms by whoever asked, a mailbox whose terms could not be read was
--      everybody's.
ALTER TABLE mailbox ADD COLUMN unit TEXT;
ALTER TABLE mailbox ADD COLUMN language TEXT;
ALTER TABLE mailbox ADD COLUMN address TEXT NOT NULL DEFAULT '';
