# The frame of every letter: greeting, ways to reach us, ways on.
letter-greeting = Dear { $name },
letter-greeting-nameless = Hello,
letter-contact = If you have a question, mention this reference: { $reference }
letter-contact-page = Follow your complaint: { $page }
letter-contact-phone = Phone: { $phone }
letter-contact-email = E-mail: { $email }
letter-contact-address = Address: { $address }
letter-external = If you do not agree with us, you can also turn to this independent body outside our organisation:
letter-external-unnamed = If you do not agree with us, you can also turn to an independent body outside our organisation, for example a consumer authority. Ask us and we tell you which one is responsible.
letter-free = A complaint costs you nothing and has no disadvantage for you.
letter-review = If you do not agree with our answer, you can ask for a review, free of charge. Somebody who had no part in the answer then looks at your complaint again.
letter-reviewed = Your complaint has been reviewed by somebody who had no part in the first answer. There is no further review inside our organisation.
letter-response-due = You have our full answer by { $date }. If we need longer, we tell you before that date.
letter-next-update = You hear from us by { $date } at the latest, even if there is nothing new.
letter-disagree = If you do not agree that we take longer, tell us, free of charge. Somebody who does not work on your complaint then looks at it.
letter-right-outside = You have the right to take your complaint to an independent body outside our organisation, also because it takes longer.
