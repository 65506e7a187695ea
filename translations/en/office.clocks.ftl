# Rules and time limits, 6.2 and 7.2.
slice-office-clocks = Rules and time limits
office-clocks = Rules and time limits
office-lead-clocks = Time limits of law and codes of practice, beside our own targets. A complaint keeps to the rules of the day on which it was received.
field-packs = Rules that hold for complaints received from now on
field-packs-hint = Each rule sets time limits of its own; several can hold at once. What each asks stands below.
field-pack-calendar = Working days for rules without a country
field-pack-calendar-hint = Only for payment services in the European Union: the country whose working days count.
field-kinds = Kinds of complaint that come here
field-kinds-hint = Some rules set other limits for other kinds. With one kind, its limits hold. With several, or none ticked, limits that may apply are shown, and where nothing else is certain the earliest counts.
problem-pack-calendar = Please choose whose working days count for payment services in the European Union
clocks-all = What each rule asks
clocks-own = Always holds: our target times
clocks-on = On
clocks-version = In force from { $from }. Source: { $source }
clocks-review = To be looked at again by { $day }
clocks-review-over = Somebody should have looked at this again by { $day }. The law may have changed.
clocks-limit = Time limit
clocks-period = Period
clocks-source = Source
clocks-confidence = Confidence
clocks-length-calendar-day = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
clocks-length-business-day = { $n ->
    [one] { $n } working day
   *[other] { $n } working days
}
clocks-length-working-hour = { $n ->
    [one] { $n } working hour
   *[other] { $n } working hours
}
clocks-length-week = { $n ->
    [one] { $n } week
   *[other] { $n } weeks
}
clocks-length-month = { $n ->
    [one] { $n } month
   *[other] { $n } months
}
clocks-would = What these rules would have meant
clocks-would-none = No rule is ticked.
clocks-looked = The newest complaints, at most { $n }
clocks-pack = Rules
clocks-open = Open now
clocks-open-late = Of these, a limit missed
clocks-past = Closed
clocks-past-late = Of these, a limit missed
clocks-would-hint = As if the rules had held all the time. Complaints that are there do not change: the rules hold from the next one on.
pack-uk-fca-disp = UK: financial services complaints (FCA DISP)
pack-eu-psd2 = EU: payment services (PSD2)
pack-lt-consumer = Lithuania: consumer complaints
pack-lt-bank = Lithuania: banks, insurers and other financial firms
pack-au-rg271 = Australia: financial complaints (ASIC RG 271)
pack-us-cfpb = United States: CFPB company portal
pack-kr-civil-petition = Korea: civil petitions
pack-cn-bank = China: banks and insurers
pack-cn-samr = China: market supervision authorities
pack-tw-consumer = Taiwan: consumer complaints
pack-tw-financial = Taiwan: financial consumers
pack-uk-housing = UK: social housing and local councils
pack-ir-executive = Iran: executive bodies
pack-kind-general = No special kind
pack-kind-payment-services = Payment services and e-money
pack-kind-hardship = Hardship
pack-kind-superannuation = Superannuation
pack-kind-traditional-trustee = Traditional trustee services
pack-kind-death-benefit = Superannuation death benefit
pack-kind-immediate = Can be handled on the spot
pack-kind-simple-enquiry = Simple enquiry about statutes
pack-kind-enquiry = Enquiry about statutes
pack-kind-suggestion = Suggestion
pack-kind-grievance = Grievance
pack-kind-simple = Simple
pack-kind-complex = Complex
pack-kind-specially-complex = Specially complex
pack-kind-complaint = Complaint to the authority
pack-kind-report = Report of a breach
