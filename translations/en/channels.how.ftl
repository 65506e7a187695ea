# The home page and how we handle complaints (7.1).
home-title = Tell us what went wrong
home-lead = If something was not right, we want to know. We look into every complaint and answer every one.
home-what-title = What is a complaint?
home-what = Whenever you are not satisfied with our products, our services, our staff or the way we handled an earlier complaint, and you expect an answer, it is a complaint. You need no special words and no form.
home-promise-title = What we promise
home-free = Complaining is free and will not affect the service you receive.
home-private = Only the people handling your complaint can see who you are.
home-ways-title = Ways to complain
home-ways = Choose the way that suits you. All of them count the same.
home-by-phone = Call { $phone }
home-by-email = Write to { $email }
home-by-post = By post or in person:
home-in-person = In person:
home-hours = When somebody is there
home-by-form = Fill in the form on this site
home-help-title = Help with your complaint
home-help = You can complain in your own language, ask for large print, braille, audio or an interpreter, and let somebody act for you. Call us and we write it down for you.
how-title = How we handle complaints
how-lead = This page says what you can expect of us, step by step, and where you can turn if you disagree.
how-make-title = Making a complaint
how-make = You can complain yourself or through somebody you trust, with your name or anonymously.
how-make-tell = Tell us what happened, when, which product or service it is about, and what you would like us to do. Add what you have: photos, letters, receipts. If something is missing, we ask.
how-steps-title = What happens and how long it takes
how-days-acknowledgement = { $days ->
    [one] Within { $days } working day we tell you that we have your complaint.
   *[other] Within { $days } working days we tell you that we have your complaint.
}
how-days-assessment = { $days ->
    [one] Within { $days } working day we look at how serious and how urgent it is.
   *[other] Within { $days } working days we look at how serious and how urgent it is.
}
how-days-update = { $days ->
    [one] Every { $days } working day you hear from us, even when there is nothing new.
   *[other] Every { $days } working days you hear from us, even when there is nothing new.
}
how-days-response = { $days ->
    [one] Within { $days } working day you have our answer, with our reasons.
   *[other] Within { $days } working days you have our answer, with our reasons.
}
how-days-closure = { $days ->
    [one] Within { $days } working day after you accept, what we promised is done.
   *[other] Within { $days } working days after you accept, what we promised is done.
}
how-longer = If we need longer, we tell you the reason and the new date before the old one has passed. When somebody is in danger we act at once.
how-rights-title = What you can expect
how-right-fair = We hear everybody concerned and judge by the facts.
how-right-private = What you tell us stays with the people who handle your complaint.
how-right-help = You get the help you need to complain: language, large print, braille, audio, an interpreter.
how-right-act = Somebody else can act for you.
how-right-know = You can see at any time how your complaint stands.
how-right-withdraw = You can add something or withdraw your complaint at any time.
how-duties-title = What we ask of you
how-duty-true = Tell us what happened as you remember it, and what you do not know for certain.
how-duty-reach = Let us know if your address or telephone number changes.
how-duty-respect = Treat our staff as you would like to be treated.
how-recourse-title = If you disagree
how-recourse-inside = You can ask for a review. Somebody who had no part in the first answer then looks at your complaint again, free of charge.
how-recourse-outside = You can also turn to a body outside our organisation. Our answer names it and says how.
how-learn-title = What we do with complaints
how-learn = We count and study all complaints so that the same thing does not happen again. Names are left out of this.
