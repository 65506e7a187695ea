# Sample data.
setup-sample = Look round first?
setup-sample-lead = Invented complaints live in a second installation of their own. They never enter your journal.
field-sample = Open an installation with sample data as well?
setup-sample-open = The installation with sample data
setup-sample-apart = It has its own data and a banner on every page, and no message leaves it.
office-sample = Sample data
office-lead-sample = An installation of its own with invented complaints, to look round in.
sample-sign-in = Sign in with one of these addresses and the password
sample-remove = Remove the sample data
sample-remove-hint = Its folder is deleted with everything in it. Your own records stay untouched.
sample-none = There is no sample data here.
sample-open = Open sample data
office-done-sample-opened = Sample data is open.
office-done-sample-removed = Sample data was removed.
