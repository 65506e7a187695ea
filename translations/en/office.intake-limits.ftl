# When a new complaint waits until somebody confirms it.
slice-office-intake-limits = Limits against floods
office-intake-limits = Limits against floods
office-lead-intake-limits = From when on a new complaint waits until somebody confirms it.
intake-limits-lead = Over a limit nothing is refused and nothing is lost: the complaint is stored, has its reference, and waits under “Complaints to confirm”. If a proxy stands before this server, name it at the start, so that networks can be told apart.
field-intake-network-hour = New complaints of one network within an hour
field-intake-network-hour-hint = A network is an office, a library, a household: the first 24 bits of an IPv4 address, 64 of IPv6. From two thirds on it is answered a second later.
field-intake-all-hour = New complaints of everybody within an hour
field-intake-all-hour-hint = By the public form. Set it well above your busiest hour: over it every new complaint waits.
field-intake-programs-hour = New complaints of one person’s programs within an hour
field-intake-programs-hour-hint = For tokens. 0: as many as they like.
field-intake-network-day-mb = Files of one network within a day, in MB
field-intake-network-day-mb-hint = Beyond it files are not kept and the person is told; what they wrote is.
field-intake-letters-hour = E-mails within an hour that ask somebody to confirm
field-intake-letters-hour-hint = One for each address. With 0 nobody is asked, and only colleagues confirm.
