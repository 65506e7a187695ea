# The desk: the rail, the list, the case page.

## The rail and the list
desk-queues = Queues
desk-waits = Waiting
desk-more = Also
desk-outbox = Letters and calls
desk-admin = Administration
desk-found = Search results
desk-found-for = Found for: { $query }
desk-open-count = { $n ->
    [one] { $n } open
   *[other] { $n } open
}
desk-sort-due = Sort by deadline
desk-sort-received = Sort by receipt
desk-filter-on = Show
desk-filter-off = Remove this filter
desk-any = Any
desk-by-stage = Stage
desk-by-channel = Channel
desk-by-language = Language
desk-by-category = Problem category
desk-by-priority = Priority
desk-by-owner = Owner
desk-pages = Pages of this list
desk-first-page = First page
desk-next-page = Next page
desk-nameless = No name given
desk-needs-reply = The complainant waits for a reply
desk-choose = Choose a complaint from the list.
desk-empty-mine = { $n ->
    [one] Nothing waits for you. { $n } complaint has no owner: take it from the queue “Unassigned”.
   *[other] Nothing waits for you. { $n } complaints have no owner: take one from the queue “Unassigned”.
}
desk-empty-filter = No complaint fits these filters. Remove one of them, or look into another queue.
desk-empty-all = No complaint is open. A new one is recorded with “New complaint”.

## The head of a case
desk-owner = Owner: { $name }
desk-no-owner = No owner
desk-no-subject = Complaint without a subject
desk-acts = Next steps
desk-stages = Steps of clause 7
desk-step-receipt = Receipt
desk-step-tracking = Tracking
desk-step-assessment = Initial assessment
desk-step-response = Response
desk-step-closing = Closing
desk-step-done = done

## A form that came back
desk-changed = This complaint changed while you typed
desk-changed-how = Nothing was recorded yet. This happened meanwhile; your text is still in the form below.
desk-changed-form = Go to my text
desk-files-again = Your text is kept. Please choose the files again.
desk-undo-window = { $seconds ->
    [one] The message leaves in { $seconds } second.
   *[other] The message leaves in { $seconds } seconds.
}

## The timeline
desk-system = Redress (automatic)
desk-former-colleague = Former colleague
desk-occurred = Happened: { $at }
desk-erased = The text was erased; that it existed is still on record.
desk-file = File
desk-file-erased = Erased file
desk-file-odd = Its name does not fit what is in it: look at it with care.
desk-unreadable = { $n ->
    [one] { $n } entry was written by a newer release and cannot be shown here.
   *[other] { $n } entries were written by a newer release and cannot be shown here.
}
desk-message-queued = Not sent yet
desk-message-sent = Sent
desk-message-failed = Could not be delivered
desk-message-withdrawn = Taken back
desk-print-letter = Print the letter
desk-preview-note = Shown without hidden data such as place or device. The original is sealed unchanged; the link above downloads it.

## Composers and panels
desk-compose = Write
desk-panels = Steps and records
desk-not-yet = { $n ->
    [one] { $n } step not possible now: why
   *[other] { $n } steps not possible now: why
}

## Beside the timeline
desk-side = About this complaint
desk-name = Name
desk-email = E-mail
desk-phone = Phone
desk-address = Address
desk-authority = Acts on the authority of
desk-about = Complaint
desk-channel = Received by
desk-received = Received
desk-recorded = Recorded
desk-late-reason = Why recorded later
desk-wish = Wanted
desk-remedies = Remedies wanted
desk-dates = Deadlines
desk-due-assessment = Initial assessment
desk-due-closure = Closing
desk-kept-until = Kept until
desk-kept-over = The retention period is over.
desk-not-needed = Not needed
desk-evidence = Evidence on file
desk-on-file = on file
desk-missing = not there yet
desk-files = Files
desk-links = Related complaints
desk-links-more = More links: { $n }
desk-journal = Journal
desk-sealed = Entries about this complaint: { $entries }. In the whole journal: { $all }.
desk-proof = Save the proof (JSON)
timeline-dates-recounted = Dates counted anew by the office calendar and target times
desk-recounting = Dates are being counted anew: { $done } of { $total }. The page of a complaint is right already; lists and figures follow.
desk-previous-case = Previous
desk-next-case = Next
desk-to-list = Back
desk-copy-reference = Copy reference
desk-copied = The reference was copied.
desk-diff = Your text beside the colleague’s, word by word
desk-diff-how = Struck through: only in the colleague’s text. Underlined: only in yours. Both texts are kept.

## A group with one cause
group-title = One cause, many complaints
group-lead-is = Investigated under:
group-all = All complaints of this group
group-investigation = Investigation for the whole group
group-source = Recorded with:
group-nothing-yet = Nothing is recorded there yet.
group-evidence = Evidence
group-files = { $n ->
    [one] { $n } file
   *[other] { $n } files
}
group-own-answer = Each complainant gets an answer of their own; deadlines stay as they are.
group-empty = No other complaint belongs to this group yet. Tick complaints in a list and choose “Join a group with one cause”.
group-answered = Answered: { $answered } of { $n }
desk-continuing = Still happening
desk-done-to-tell = It waits under “Letters and calls” until somebody has told the complainant and noted it there. Until then they know nothing of it. You can undo it for 10 seconds.
desk-done-to-post = The letter waits under “Letters and calls” to be printed and posted. Until then the complainant knows nothing of it. You can undo it for 10 seconds.
desk-other-language = This text seems to be written in another language than the letter, which is in { $language }. Please check before you send it: it goes out as it stands.
desk-other-language-reasons = A reason or a promise that goes into this letter seems to be written in another language than the letter, which is in { $language }. Please write it anew in that language before you send the decision: it goes out as it stands.
desk-other-language-sent = Something in it seems to be written in another language than the letter, which is in { $language }. If that is not meant so, undo it now.
desk-significant = Significant
desk-significant-unconfirmed = Significant, not confirmed
desk-quoted = Quoted text and signature
desk-erased-on = Erased on { $day }
desk-no-text = No text, or erased
