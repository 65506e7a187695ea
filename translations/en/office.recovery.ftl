# The way back in without the second factor.
office-recovery = Second factor lost
recovery-of = Who asks: { $name }
recovery-asked = This person entered the right password and says that the second factor is lost. Asked on:
recovery-lead = Make sure yourself that it is this person; an e-mail is not enough. They are told by mail that you made a link.
field-recovery-checked = How did you make sure?
field-recovery-checked-hint = It stays on record with your name.
recovery-checked-in-person = They stood before me
recovery-checked-called-back = I called the number that we know
recovery-checked-video = I saw them by video
recovery-checked-vouched = Their superior vouched for them
recovery-grant = Make a link
recovery-once = It is shown only now and works once, for a day. Hand it to this person yourself; do not mail it.
recovery-anew = Start anew
recovery-anew-lead = Choose a new password. The earlier second factors end with it; then you set up a new one.
recovery-begin = Set password
refusal-own-recovery = You cannot vouch for yourself. Ask another administrator, or whoever runs the server.
refusal-recovery-not-asked = This person has not asked. They sign in with their password first and ask there; a forgotten password gets a new link before that.
