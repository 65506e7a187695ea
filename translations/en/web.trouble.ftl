# Pages that say what went wrong, what is kept and what to do.
trouble-reference = Reference of this message: { $reference }
trouble-home = Go to the start page
trouble-home-staff = Back to your pages
trouble-bad-request = We could not read this request
trouble-bad-request-help = Please go back and try again. What was sent arrived damaged or incomplete.
trouble-not-json = The body is not JSON
trouble-not-json-help = Nothing was recorded. Reading stopped in line { $line }, column { $column }.
trouble-sign-in-needed = Please sign in
trouble-sign-in-needed-help = This needs a person who is signed in, or a valid token.
trouble-forbidden = You may not do this
trouble-forbidden-help = Your role does not include this. Ask the person who manages the roles.
trouble-forbidden-who = Who can do it: { $who }
trouble-not-found = We cannot find this page or complaint
trouble-not-found-help = Please check the address. If you have a reference and a code, you can follow your complaint with them.
trouble-method = This page cannot be used that way
trouble-method-help = Please use the links and buttons of the page itself.
trouble-conflict = Somebody changed this meanwhile
trouble-conflict-help = Nothing of yours was recorded. Please look at the newest state and decide again.
trouble-too-large = This is more than we can take at once
trouble-too-large-help = Nothing was recorded. Please send the text without files first, and add the files later.
trouble-media-type = We cannot read this kind of content
trouble-media-type-help = Forms and JSON can be read here.
trouble-too-many = Too many tries in a short time
trouble-too-many-help = Please wait a little and try again, or call us.
trouble-too-many-wait = { $seconds ->
    [one] Please wait { $seconds } second and try again, or call us.
   *[other] Please wait { $seconds } seconds and try again, or call us.
}
trouble-cross-site = This came from another website
trouble-cross-site-help = For your safety nothing was changed. Please open our page and do it there.
trouble-fields = Some answers need another look
trouble-fields-help = Nothing was recorded. Please correct what is named here and send it again.
trouble-refused = This is not possible now
trouble-internal = Something went wrong on our side
trouble-internal-help = Please try again in a moment. If it happens again, tell us the reference below.
trouble-unavailable = We cannot take this now
trouble-unavailable-help = Please try again in a few minutes, or call us. Nothing was recorded.
