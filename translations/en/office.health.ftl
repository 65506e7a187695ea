# Whether everything is well; the same sentences for redress doctor.
office-health = Health
office-lead-health = What needs a person, and what works.
health-needs = { $n ->
    [0] Nothing needs you.
    [one] { $n } thing needs you.
   *[other] { $n } things need you.
}
health-checked = Checked:
health-version = Version:
health-again = Check again
health-state-ok = Works
health-state-warn = Act soon
health-state-fail = Act now
health-journal = Journal
health-journal-ok = { $n ->
    [one] { $n } entry
   *[other] { $n } entries
}
health-recount = Recount of dates
health-recount-running = Under way: { $done } of { $total } open complaints
health-mail = Sending mail
health-mail-ok = Through: { $host }
health-mail-none = { $n ->
    [0] No mail relay is set. No letter waits.
    [one] No mail relay is set. { $n } letter waits.
   *[other] No mail relay is set. { $n } letters wait.
}
health-mail-none-remedy = Set a relay under Sending mail.
health-mail-slow = { $n ->
    [one] { $n } letter waits for the relay.
   *[other] { $n } letters wait for the relay.
}
health-mail-slow-remedy = Send a test letter to see what the relay answers.
health-mail-dead = { $n ->
    [one] { $n } letter could not be sent.
   *[other] { $n } letters could not be sent.
}
health-mail-dead-remedy = Check the relay with a test letter and tell the complainants concerned another way.
health-people = People
health-people-ok = { $n ->
    [one] { $n } person can sign in.
   *[other] { $n } people can sign in.
}
health-people-none = Nobody here can handle complaints: there is no handler and no manager.
health-people-none-remedy = Add a person with the role of handler or manager.
health-set-up-none = This system is not set up yet.
health-set-up-none-remedy = Open the link that the program prints when it starts.
health-durability = Durability
health-durability-ok = What was answered as recorded is on the disk.
health-durability-off = The database does not write through to the disk.
health-durability-off-remedy = Switch the synchronous commit of the database on.
health-disk = Disk
health-disk-ok = Free: { $mib } MiB
health-disk-little = Little space is left: { $mib } MiB
health-disk-little-remedy = Make room or take a larger disk.
health-disk-full = The disk is nearly full: { $mib } MiB
health-disk-full-remedy = Make room now: soon no complaint can be recorded.
health-clock = Clock
health-clock-ok = The clock agrees with the time servers.
health-clock-off = The clock is off by seconds: { $seconds }
health-clock-off-remedy = Let a time service set the clock of this machine.
health-clock-behind = The clock stands before the newest entry of the journal.
health-clock-behind-remedy = Set the clock right; due dates and evidence hang on it.
health-clock-held = The clock of this machine has jumped. Redress goes on by the time that has really passed.
health-clock-held-remedy = Set the clock right. If it is right now, start Redress again: it then takes the time over.
health-backup = Backup
health-backup-ok = Made: { $at }
health-backup-old = The last one was made: { $at }
health-backup-old-remedy = Make a backup every night with: redress backup FILE
health-backup-none = There is no backup yet.
health-backup-none-remedy = Make one with: redress backup FILE
health-keys = Keys
health-keys-ok = The key file can be read by its owner alone.
health-keys-open = Others on this machine can read the key file.
health-keys-open-remedy = Take the rights of others away from the key file.
health-key-copy = Second copy of the keys
health-key-copy-ok = The second copy of the keys is there and holds all of them.
health-key-copy-no-root = There is no root key on paper yet.
health-key-copy-no-root-remedy = Make one with: redress keys root
health-key-copy-no-place = The keys lie in one place only.
health-key-copy-no-place-remedy = Name a folder on another disk with: redress keys copy
health-key-copy-missing = The second copy of the keys is not where it should be.
health-key-copy-missing-remedy = Make that place reachable again or name another with: redress keys copy
health-key-copy-older = The second copy of the keys is not the newest.
health-key-copy-older-remedy = Write it anew with: redress keys copy
health-connection = Connection
health-connection-ok = Passwords travel protected.
health-connection-open = The server can be reached without protection; nobody can sign in that way.
health-connection-open-remedy = Start it with a certificate (--tls) or behind a proxy that speaks HTTPS, with --base-url.
health-rights = Rights at the database
health-rights-ok = The role of the database may do what the server needs and no more.
health-rights-many = The role of the database may do more than the server needs: { $rights }.
health-rights-many-remedy = Take these rights away: ALTER ROLE … NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS, and REVOKE the roles that begin with pg_. It needs to own its database and nothing else.
health-fonts = Fonts for letters
health-fonts-missing = No font was found for: { $languages }
health-fonts-missing-remedy = Put a font file into the fonts folder, then check again.
health-journal-broken = The journal is not as it was recorded
health-journal-broken-remedy = Open the journal page: it says which entry differs and what to do first.
health-top = Top management
health-top-ok = Significant complaints are told to whoever holds this role.
health-top-deputy = Nobody holds this role. The managers of the whole organisation stand in and are told of significant complaints.
health-top-deputy-remedy = Give the role of top management to whoever answers for the organisation.
health-top-none = Nobody can be told of a significant complaint: there is no top management and no manager of the whole organisation.
health-top-none-remedy = Add a person with the role of top management.
health-former = Earlier release
health-former-open = What an earlier release left open is closed, but not yet written over on the disk.
health-former-open-remedy = Make room for a second copy of the database, end other programs that use it, and start Redress again.
