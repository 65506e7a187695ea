# Limits for e-mail that becomes complaints and is answered by itself.
slice-office-mail-limits = Limits for e-mail
office-mail-limits = Limits for e-mail
office-lead-mail-limits = How much e-mail becomes complaints and is answered without a person.
mail-limits-lead = Over a limit nothing is refused and nothing is lost: the message, or its acknowledgement, waits for a person.
field-mail-new-a-day = New complaints of one address within a day
field-mail-new-a-day-hint = Further messages wait in “E-mail to sort”.
field-mail-replies-a-day = Replies of one address within a day
field-mail-answers-address = Automatic answers to one address within an hour
field-mail-answers-address-hint = With 1, two machines that answer each other stop after one answer.
field-mail-answers-hour = Automatic answers in all within an hour
field-mail-answers-hour-hint = Over it, acknowledgements wait until a person lets them go.
field-mail-days-old = Days after which a message is history
field-mail-days-old-hint = For mailboxes that are connected with old messages in them: these wait for a person and are not answered.
