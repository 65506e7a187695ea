# Texts to write with
slice-complaint-texts = Texts to write with
texts = Texts
texts-lead = Texts that stand ready for replies, in the language of the complainant. They are put into your reply; you read and send it.
texts-new = New text
texts-shipped = As shipped
texts-version = Version { $n }
texts-retired = Put away
texts-missing = Not written in:
texts-variables = These stand for what belongs to the complaint:
texts-languages-hint = Leave a language empty if you cannot write it well. It is then shown as missing and never replaced by another.
texts-none-yet = Not written yet
texts-name = Name
texts-body = Text
texts-preview = Example
texts-save = Save as a new version
texts-retire = Put this text away
texts-restore = Offer this text again
texts-choose = Choose a text
texts-in-language = For this complainant, in:
texts-empty = No text stands ready. Write the first one under “Texts”.
texts-insert = Put into my reply
texts-lacks = Nothing to fill in for:
texts-not-in-language = This text is not written in the language of the complainant.
texts-write-it = Write it in this language
texts-use = Use a text
texts-open = Before you send it, please write something for:
refusal-text-empty = Please write the text in at least one language.
refusal-text-half = Please give both the name and the text in this language, or leave both empty.
refusal-text-unknown-variable = There is no { $variable }. Please use one of those listed above.
refusal-text-changed = A colleague saved a newer version meanwhile. Your words are still below; save again to make them the newest version.
refusal-texts-too-many = There are { $max } texts already. Please change one that is no longer needed.
refusal-text-variable-open = The text still says { $variable } where something belongs. Please write it in, then send.
text-ask-more-name = Ask for more information
text-ask-more-body =
    Thank you for your complaint about: { $subject }

    To look into it we need the following from you:

    …

    Please answer this message or call us. If you cannot get it, tell us and we will find another way.

    You will have our answer by { $due }.
text-reminder-name = Reminder: we wait for your reply
text-reminder-body =
    We asked you for more information about your complaint of { $received } and have not heard from you yet.

    You can still send it. Without it we will decide with what we have. You can also call us: { $phone }
text-status-name = How your complaint stands
text-status-body =
    Your complaint of { $received } is in good hands. Person who looks into it: { $handler }

    What we have done so far:

    …

    What comes next:

    …

    You will have our answer by { $due }.
text-put-right-name = Put right at once
text-put-right-body =
    You told us about: { $subject }

    You were right and we are sorry. This is what we have done:

    …

    If anything is still not right, please answer this message.
text-call-arranged-name = We will call you
text-call-arranged-body =
    We would like to talk with you about your complaint. Person who will call you: { $handler }

    When we will call:

    …

    If another time suits you better, please answer this message or call us: { $phone }
fact-template-written = Text to write with: new version
fact-template-retired = Text to write with: offered or no longer
