# A complaint that somebody of the staff heard.
slice-channels-heard = شکایت‌هایی که کارکنان شنیده‌اند
heard = رساندن شکایت
office-lead-heard = کسی نزد شما شکایت کرده است؟ آن را به زبان خودش اینجا بنویسید. واحد رسیدگی به شکایات ادامه می‌دهد و لازم نیست شما قضاوت کنید.
heard-pass-on = رساندن
heard-done = سپاسگزاریم. با این شماره ثبت شد:
heard-own = آنچه رسانده‌اید
heard-none = هنوز چیزی نیست. آنچه می‌رسانید با مرحله‌اش اینجا می‌آید.
field-heard-story = چه گفت
field-heard-story-hint = به زبان خودش: چه، کجا، کِی
field-heard-story-missing = بنویسید چه گفت
field-heard-name = چه کسی شکایت کرد
field-heard-name-hint = اگر نخواست بگوید خالی بگذارید
field-heard-reach = راه تماس
field-heard-reach-hint = نشانی ایمیل یا شمارهٔ تلفن
field-heard-language = زبان او
field-heard-late-reason-when = (اگر دیر می‌رسانید لازم است)
