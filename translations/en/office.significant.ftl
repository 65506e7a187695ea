# 5.4.1 When a complaint is significant
slice-office-significant = When a complaint is significant
office-lead-significant = When a complaint is told to top management, and how soon it confirms.
office-significant = Significant complaints
significant-lead = Top management is told of these complaints at once and confirms that it knows. Danger to people always counts; what else does, you decide here. Anybody at the desk can report a further ground.
field-significant-amounts = Amounts
field-significant-amounts-hint = One line for each currency: EUR 5000. From this amount on, claimed or proposed.
field-significant-people = Number of complaints or people
field-significant-people-hint = So many complaints with one cause, or so many people affected.
field-significant-categories = Categories that are a legal matter
field-significant-categories-hint = A complaint of such a category is significant from receipt.
field-confirm-hours = Hours until confirmation
field-confirm-hours-hint = Working hours of the office.
field-safety-hours = Hours where people are in danger
field-safety-hours-hint = By the clock, also at night and on days off.
problem-significant-line = Line { $n } is no amount. Please write a currency and an amount, for example EUR 5000.
problem-significant-twice = Line { $n } names a currency again. One line for each is enough.
problem-significant-many = At most so many currencies: { $max }
significant-would = What this would do
significant-would-open = { $n ->
    [one] { $n } open complaint was looked at.
   *[other] { $n } open complaints were looked at.
}
significant-would-none = None would become significant.
significant-would-touch = { $n ->
    [one] { $n } would become significant.
   *[other] { $n } would become significant.
}
significant-ground = Ground
significant-would-hint = Saving it makes them significant, and top management is told. What is significant already stays so until top management lifts it.
