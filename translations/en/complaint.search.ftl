# Finding a complaint by anything that was written in it.

## Operators, as they can be typed before a colon (one word each)
search-op-from = from
search-op-is = is
search-op-due = due
search-op-category = category
search-op-unit = unit

## What can stand behind “is:”
search-is-open = open
search-is-mine = mine
search-is-unassigned = unassigned
search-is-today = today
search-is-overdue = overdue
search-is-waiting = waiting
search-is-safety = safety

## What was found
search-count = { $n ->
    [one] { $n } complaint found
   *[other] { $n } complaints found
}
search-count-most = { $most }+ complaints found
search-newest = Newest first
search-best = Best matches first
search-partial = Only the newest { $most } texts with these words were looked through. Add a word to look further.
search-not-used = Not understood and not used: { $part }
search-in-complaint = In the complaint
search-in-message = In a message from the complainant
search-in-letter = In our message
search-in-note = In a note
search-in-handling = In the handling

## Nothing found, or nothing asked yet
search-tips = How to search
search-tip-words = Every word has to stand in the same text, or in the name or subject of the complaint. Capitals and accents do not matter.
search-tip-fewer = Try fewer words, or a part of the reference.
search-tip-phrase = Words next to each other
search-tip-without = Leave out texts with this word
search-tip-from = Who complains, by name or address
search-tip-is = How the complaint stands
search-tip-due = Something is due within three days
search-tip-category = Problem category, by number or name
search-tip-unit = Complaints of one unit
search-sample-phrase = second visit
search-sample-without = paid
search-sample-from = Rasa
search-sample-category = bill
search-sample-unit = North
search-is-significant = significant
