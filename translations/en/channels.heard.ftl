# A complaint that somebody of the staff heard.
slice-channels-heard = Complaints heard by staff
heard = Pass on a complaint
office-lead-heard = Somebody complained to you? Write it down here in their words. The complaints office takes over; you need not judge it.
heard-pass-on = Pass on
heard-done = Thank you. It is recorded as
heard-own = What you passed on
heard-none = Nothing yet. What you pass on stands here with its stage.
field-heard-story = What they told you
field-heard-story-hint = In their words: what, where, when
field-heard-story-missing = Write what they told you
field-heard-name = Who complained
field-heard-name-hint = Leave empty if they did not want to say
field-heard-reach = How to reach them
field-heard-reach-hint = E-mail address or telephone number
field-heard-language = Their language
field-heard-late-reason-when = (needed when you pass it on late)
