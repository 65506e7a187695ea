# The frame round every page.
frame-help = Need help? Call { $phone }.
frame-call = Call { $phone }
frame-sample = Sample data: nothing here is real, and no message leaves this system.
frame-sample-short = Sample data
frame-how = How we handle complaints
frame-staff = Staff sign-in
frame-menu = Menu
frame-search = Search complaints
frame-person = Signed in: { $name }
frame-live = Live
frame-offline = Offline
frame-signed-out = Signed out
frame-palette = Find or do
