# 7.4 Acknowledgement.
slice-operation-acknowledgement = Acknowledgement
verb-acknowledgement = Acknowledge
done-acknowledgement = The acknowledgement is on record.
verb-acknowledgement-sending = Send acknowledgement
done-acknowledgement-sending = The acknowledgement is waiting to be sent.
refusal-acknowledged-already = The complainant already knows that we have this complaint.
refusal-told-in-the-future = This moment has not come yet. Enter when it happened, or leave the field empty for now.
refusal-told-before-receipt = This is before we received the complaint. Check the date and the time.
refusal-acknowledgement-waiting = An acknowledgement is already waiting to be sent. Send it or take it back first.
refusal-no-address = There is no e-mail address and no postal address. Tell the complainant by phone or in person and record it under ‘Acknowledge’.
evidence-acknowledged = The complainant knows that we have the complaint
evidence-acknowledged-in-their-language = Acknowledged in the complainant’s language
row-acknowledgement-due = Due by
row-acknowledged-at = Acknowledged
row-acknowledged-way = How
timeline-acknowledged = Acknowledged: { $way }
letter-subject-acknowledgement = We have your complaint: { $reference }
letter-ack-received = We received your complaint on { $date }. Its reference is { $reference }.
letter-ack-about = It is about: { $subject }
letter-ack-next = This is what happens next:
letter-ack-assessment = By { $date }: we look at what it is about and how urgent it is, and contact you if anything is unclear.
letter-ack-update = By { $date }: you hear from us how it stands, even if there is nothing new.
letter-ack-response = By { $date }: our full answer. If we need longer, we tell you before that date, with the reason.
letter-ack-follow =
    You can follow your complaint, add information or withdraw it here: { $page }
    You need the reference and this access code: { $code }
    Please keep the code to yourself.
letter-ack-review = If you do not agree with our answer later, you can ask for a review by somebody else, free of charge.
letter-subject-confirmation = Please confirm your complaint: { $reference }
letter-confirm-received = A complaint with this e-mail address reached us on { $date }. Its reference is { $reference }.
letter-confirm-link = Very many complaints reached us at once. If this one is yours, please confirm it here: { $page }
letter-confirm-else = If you do nothing, a person looks at it. Nothing is lost. If you did not write to us, please ignore this e-mail.
