# What has not left the house: letters, calls, mails.
outbox-lead = Letters to post, calls to make, and messages that came back. A date is met only when a message has left.
outbox-mails-wait = { $n ->
    [one] { $n } mail waits, because no relay is set up. Nothing is lost; it leaves as soon as there is one.
   *[other] { $n } mails wait, because no relay is set up. Nothing is lost; they leave as soon as there is one.
}
outbox-set-relay = Set up sending mail
outbox-group-failed = Could not be delivered: find another way
outbox-group-letters = Letters to print and post
outbox-group-calls = Calls to make
outbox-none-failed = Nothing came back.
outbox-none-letters = No letter waits.
outbox-none-calls = No call waits.
outbox-what = Message
outbox-since = Waiting since
outbox-do = Do
outbox-print = Print
outbox-read = Show the text
outbox-went-letter = Posted
outbox-went-phone = Told by phone
outbox-went-in-person = Told in person
outbox-late = Mails that are tried again
outbox-late-lead = The relay did not take them yet. They are tried for about two days, with growing pauses; then they stand above.
outbox-last-error = Last answer
outbox-next-try = Next try
outbox-tries = { $n ->
    [one] { $n } try
   *[other] { $n } tries
}
outbox-relay-said = The mail server answered { $code }
outbox-relay-silent = The mail server did not answer
outbox-relay-settings = The settings of the relay are wrong
letter-stop-updates = To stop these progress updates by e-mail: { $page }
