# Signing in, the first password, one's own page.
sign-in-lead = For the people who handle complaints here.
sign-in-wrong = E-mail and password do not belong together. Please check both and try again.
sign-in-wait = { $seconds ->
    [one] There were several tries. Please wait { $seconds } second and try again.
   *[other] There were several tries. Please wait { $seconds } seconds and try again.
}
sign-in-forgotten = Forgotten the password? An administrator can hand you a new link.
sign-in-not-set-up = This system is not set up yet. Please open the link that was printed when the program started.
sign-in-open = Signing in needs a protected connection
sign-in-needs-https = Over this connection others could read a password. Start the server with a certificate (--tls) or behind a proxy that speaks HTTPS and give its address with --base-url.
welcome = Welcome
welcome-lead = Set a password for: { $name }
welcome-email = You will sign in with: { $email }
welcome-set = Set password
office-profile = My profile
profile-who = Who you are here
profile-language = Language of the desk
profile-sessions = Where you are signed in
profile-sessions-lead = A session ends after 30 minutes without use and after 12 hours at the latest. End one that you do not know.
profile-device = Browser
profile-device-unknown = Unknown
profile-since = Since
profile-seen = Last used
profile-end = End session
profile-here = This one
profile-password = Change password
profile-set-password = Change password
problem-old-password = This is not your present password. Please type it again.
profile-desk = How the desk looks and works
field-theme = Light or dark
theme-auto = As the device
theme-light = Light
theme-dark = Dark
field-density = Density
density-comfortable = Comfortable
density-compact = Compact
field-after-sending = After sending or closing
after-sending-stay = Stay with the complaint
after-sending-next = Go to the next one
after-sending-list = Go to the list
field-keys-off = Switch single keys off
field-keys-off-hint = For speech input, or when a key was pressed by mistake. Ctrl K goes on working.
