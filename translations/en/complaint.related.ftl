# Related complaints
slice-complaint-related = Looking for related complaints
related-title = Earlier complaints that may belong together
related-heading = Related complaints
related-lead = The same address, number or name, or much the same words. Nothing is linked by itself; open one and compare.
related-none = No earlier complaint is like this one.
related-look = Look for related complaints
related-same-email = Same e-mail
related-same-phone = Same phone number
related-same-name = Same name
related-same-words = Similar words
