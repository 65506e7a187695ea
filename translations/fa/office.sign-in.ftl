# Signing in, the first password, one's own page.
sign-in-lead = برای کسانی که این‌جا به شکایت‌ها رسیدگی می‌کنند.
sign-in-wrong = رایانامه و گذرواژه با هم نمی‌خوانند. هر دو را بررسی کنید و دوباره بکوشید.
sign-in-wait = { $seconds ->
    [one] چند بار تلاش شده است. { $seconds } ثانیه صبر کنید و دوباره بکوشید.
   *[other] چند بار تلاش شده است. { $seconds } ثانیه صبر کنید و دوباره بکوشید.
}
sign-in-forgotten = گذرواژه را فراموش کرده‌اید؟ مدیر سامانه می‌تواند پیوند تازه‌ای بدهد.
sign-in-not-set-up = این سامانه هنوز راه‌اندازی نشده است. پیوندی را که هنگام آغاز برنامه چاپ شد باز کنید.
sign-in-open = برای ورود، اتصال محافظت‌شده لازم است
sign-in-needs-https = در این اتصال دیگران می‌توانند گذرواژه را بخوانند. کارساز را با گواهی (⁦--tls⁩) یا پشت یک پیشکار HTTPS آغاز کنید و نشانی آن را با ⁦--base-url⁩ بدهید.
welcome = خوش آمدید
welcome-lead = گذرواژه بگذارید برای: { $name }
welcome-email = با این نشانی وارد می‌شوید: { $email }
welcome-set = گذاشتن گذرواژه
office-profile = نمایهٔ من
profile-who = شما در این‌جا
profile-language = زبان میز کار
profile-sessions = جاهایی که وارد شده‌اید
profile-sessions-lead = نشست پس از ۳۰ دقیقه بی‌کاری و حداکثر پس از ۱۲ ساعت پایان می‌یابد. نشستی را که نمی‌شناسید پایان دهید.
profile-device = مرورگر
profile-device-unknown = ناشناخته
profile-since = از
profile-seen = آخرین استفاده
profile-end = پایان نشست
profile-here = همین نشست
profile-password = تغییر گذرواژه
profile-set-password = تغییر گذرواژه
problem-old-password = این گذرواژهٔ کنونی شما نیست. دوباره بنویسید.
profile-desk = ظاهر و کار میز
field-theme = روشن یا تیره
theme-auto = مانند دستگاه
theme-light = روشن
theme-dark = تیره
field-density = فشردگی
density-comfortable = باز
density-compact = فشرده
field-after-sending = پس از ارسال یا بستن شکایت
after-sending-stay = ماندن در همان شکایت
after-sending-next = رفتن به شکایت بعدی
after-sending-list = رفتن به فهرست
field-keys-off = خاموش کردن کلیدهای تکی
field-keys-off-hint = برای گفتار به نوشتار، یا وقتی کلیدی ناخواسته فشرده می‌شود. ⁦Ctrl K⁩ همچنان کار می‌کند.
