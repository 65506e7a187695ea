# The mail ledger: what was fetched, once, and what became of it.
slice-channels-mailboxes = Mail ledger
fact-mail-taken = Message taken in
fact-mail-sorted = Message sorted
fact-mailbox-reconciled = Mailbox compared with the ledger
office-mailboxes = Mailboxes
office-mailbox = Mailbox
office-mailbox-new = New mailbox
office-lead-mailboxes = Where complaints arrive by e-mail. Every message is accounted for, once, in the mail ledger.
office-mail-ledger = Mail ledger
office-lead-mail-ledger = Every message that lay in one of our mailboxes, with what became of it. Nothing is thrown away.
field-mailbox-name = Name
field-mailbox-name-hint = As your colleagues call it.
field-mailbox-address = Address
field-mailbox-address-hint = To which people write. Whatever comes from it is our own and is never taken for a complaint.
field-mailbox-kind = How mail gets here
mailbox-kind-imap = Redress fetches it from a mail server (IMAP)
mailbox-kind-smtp = A mail server brings it here (SMTP)
mailbox-kind-lmtp = A mail server on this network delivers it here (LMTP)
field-mailbox-host = Server
field-mailbox-host-hint = If Redress fetches: the name of the mail server, for example imap.example.org. If mail is brought: the address of this machine at which it arrives, for example 127.0.0.1.
field-mailbox-port = Port
field-mailbox-port-hint = To fetch mostly 993 or 143.
field-mailbox-security = Encryption
field-mailbox-user = User name
field-mailbox-user-when = (to fetch)
field-mailbox-way = Signing in
mailbox-way-password = With a password
mailbox-way-token = With an access token (OAuth 2.0, XOAUTH2)
field-mailbox-secret = Password or token
field-mailbox-secret-when = (to fetch)
mailbox-secret-kept = One is on file. Leave this empty to keep it; it is never shown again.
mailbox-secret-sealed = It is kept sealed with the key file, outside the journal, and never shown again.
field-mailbox-token-until = Last day of the token
field-mailbox-token-until-hint = You are told a week before.
field-mailbox-folder = Folder
field-mailbox-after = What happens on the server afterwards
mailbox-after-leave = Nothing: the message stays as it is
mailbox-after-seen = It is marked as read
mailbox-after-move = It is moved to another folder
field-mailbox-move-to = The other folder
field-mailbox-poll = Seconds between two looks
field-mailbox-poll-hint = Only for servers that do not tell of new mail by themselves.
field-mailbox-silent = Days of silence before you are told
field-mailbox-silent-hint = So many days without a message, and Health says so.
field-mailbox-authserv = Name under which your server notes its checks
field-mailbox-authserv-hint = The first word in Authentication-Results of a message that arrived here. Only what stands under this name is believed; without it nothing is.
field-mailbox-authority = Certificate of your own authority
field-mailbox-authority-hint = Only if the server's certificate comes from your own organisation (PEM). It alone is then believed for this mailbox.
field-mailbox-unit = Unit for new complaints
field-mailbox-unit-hint = Its people see them first.
field-mailbox-language = Language of this mailbox
field-mailbox-language-hint = For messages whose own language cannot be told.
field-mailbox-plus = The server takes addresses with +
field-mailbox-plus-hint = Then a reply finds its complaint by the address that it is sent to.
field-mailbox-active = Switched on
problem-mailbox-listen = To be brought mail, please write an address of this machine, like 127.0.0.1
problem-mailbox-authority = Please paste the whole certificate, from BEGIN CERTIFICATE on.
refusal-mailboxes-too-many = There are as many mailboxes already as there can be. Please close one that is not needed any more.
refusal-mailbox-name-taken = Another mailbox has this name. Please choose a different one.
refusal-mailbox-address-taken = Mail for this address is received by another mailbox already.
mailboxes-none = No mailbox is read yet: complaints by e-mail do not arrive here. Add one; a test shows at once if it works.
mailbox-add = Add mailbox
mailbox-state = State
mailbox-looked = Last look
mailbox-compared = In the ledger, of those on the server
mailbox-compared-line = { $accounted } of { $server }
mailbox-newest = Newest message
mailbox-unsorted = Waiting to be looked at
mailbox-off = Off
mailbox-well = Works
mailbox-untried = Not tried yet
mailbox-stands = How it stands
mailbox-ledger-of = Messages of this mailbox
mailbox-try = Try to receive
mailbox-try-lead = The mailbox is opened now, as it is saved below. Nothing is changed on the server.
mailbox-try-now = Test receive
mailbox-tried = What came of the test
mailbox-tried-unread = The newest message could not be read. Please look into the server's log.
mailbox-tried-idle = The server tells of new mail by itself.
mailbox-tried-asks = The server does not tell of new mail by itself; it is asked now and then.
mailbox-terms = Settings
mailbox-seldom = More settings
mailbox-close = Close mailbox
mailbox-close-lead = It is read no more and its password is forgotten. Its messages stay in the ledger.
office-done-mailbox-added = The mailbox was added. Please test it now.
office-done-mailbox-opened = The mailbox was added. Send one message to it now: it stands in the ledger within seconds.
office-done-mailbox-closed = The mailbox was closed.
dialogue = What was said
dialogue-without = Passwords, tokens and texts of messages are left out.
dialogue-ours = We
dialogue-theirs = Server
dialogue-connected = Connected
dialogue-encrypted = Encrypted from here on
mailbox-fault-unknown = The name of the server leads nowhere. Please check it.
mailbox-fault-out-of-bounds = This address is not opened: without encryption only this machine, and never a place where clouds keep their keys.
mailbox-fault-not-reached = Nobody answers there. Please check name and port, and whether this machine may reach it.
mailbox-fault-slow = The server takes too long. We go on trying.
mailbox-fault-cut = The connection ended in the middle. We go on where it was cut.
mailbox-fault-certificate-expired = The certificate of the server has expired. Whoever runs it has to renew it.
mailbox-fault-certificate-not-yet-valid = The certificate of the server is not valid yet. Please check the clocks of both machines.
mailbox-fault-certificate-other-name = The certificate of the server is for another name. Please write the name that stands in it.
mailbox-fault-certificate-unknown-issuer = Nobody whom we know has signed the certificate of the server. If it is your own authority, paste its certificate below.
mailbox-fault-certificate-bad = The certificate of the server cannot be used. Whoever runs it has to look at it.
mailbox-fault-not-tls = The server is there, but not encrypted on this port. Please choose another encryption or port.
mailbox-fault-no-starttls = The server offers no encryption here. Please choose TLS from the start, mostly on port 993.
mailbox-fault-not-imap = Something answers there, but it is no IMAP server. Please check name and port.
mailbox-fault-login-refused = The server does not take user name and password, or the token. Please enter them anew.
mailbox-fault-no-way-in = The server offers no way of signing in that we know. Please ask your provider whether a password or a token (XOAUTH2) is taken.
mailbox-fault-busy = The server is busy or lets too few connections in. We go on trying.
mailbox-fault-goodbye = The server hung up by itself. We go on trying.
mailbox-fault-no-folder = There is no such folder. Please check its name.
mailbox-fault-refused = The server refused a command. Please look at the dialogue of a test.
mailbox-fault-senseless = What the server says makes no sense to us. Please look at the dialogue of a test.
mailbox-fault-renumbered = The server counts its messages anew. Each is looked at again and known again.
mailbox-fault-too-large = A message is larger than any that is taken here. It stays on the server; its beginning is in the ledger.
mailbox-fault-not-kept = Our own storage takes nothing now, so nothing is fetched and nothing is lost. Please look at the other lines of Health.
mailbox-fault-ended = Reading this mailbox ended for a reason we did not foresee. It begins again by itself within two minutes; nothing is lost.
mailbox-fault-not-listening = This address and port cannot be opened: they are taken, or not of this machine. Please choose others.
mailbox-fault-unmarked = The messages are in, but the server lets us neither mark nor move them. Please check what happens afterwards.
mailbox-fault-no-credential = The password or token is missing, perhaps after a restore. Please enter it anew.
mailbox-found-not-compared = The ledger has not been compared with the server for two days.
mailbox-found-token-ended = The token has ended. Please enter a new one.
health-mailboxes = Mailboxes
health-mailboxes-need = Mailboxes that need somebody: { $names }
health-mailboxes-need-remedy = Open Mailboxes in administration: beside each stands what is wrong and what to do.
mail-fate-unsorted = Nobody has looked at it yet
mail-fate-copy = Copy of another message
mail-fate-quarantined = Set aside for a person to decide
mail-fate-not-a-complaint = Not a complaint
ledger-fate = What became of it
ledger-all-fates = Everything
ledger-all-mailboxes = All mailboxes
ledger-message-id = Message-ID
ledger-filter = Show
ledger-none = No message here. Whatever arrives in a mailbox stands here within seconds.
ledger-arrived = Arrived
ledger-size = Size
ledger-older = Older messages
fact-mailbox-added = Mailbox added
fact-mailbox-changed = Mailbox changed
fact-mailbox-closed = Mailbox closed
mailbox-tried-opened = { $n ->
    [0] The folder opened. It is empty.
    [one] The folder opened. { $n } message lies in it.
   *[other] The folder opened. { $n } messages lie in it.
}
mailbox-found-missed = { $n ->
    [one] { $n } message lay on the server that the ledger did not have. It was fetched then.
   *[other] { $n } messages lay on the server that the ledger did not have. They were fetched then.
}
mailbox-found-unreadable = { $n ->
    [one] { $n } message waits for a person to read it.
   *[other] { $n } messages wait for a person to read them.
}
mailbox-found-silent = { $n ->
    [one] Nothing has arrived for { $n } day. Please send a message to this address and see if it comes.
   *[other] Nothing has arrived for { $n } days. Please send a message to this address and see if it comes.
}
mailbox-found-token-ends = { $n ->
    [one] The token ends in { $n } day. Please enter a new one before.
   *[other] The token ends in { $n } days. Please enter a new one before.
}
health-mailboxes-ok = { $n ->
    [one] { $n } mailbox is read.
   *[other] { $n } mailboxes are read.
}
