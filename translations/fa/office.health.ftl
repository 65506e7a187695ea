# Whether everything is well; the same sentences for redress doctor.
office-health = سلامت سامانه
office-lead-health = چه چیزی به رسیدگی نیاز دارد و چه چیزی کار می‌کند.
health-needs = { $n ->
    [0] کاری لازم نیست.
    [one] { $n } مورد به رسیدگی نیاز دارد.
   *[other] { $n } مورد به رسیدگی نیاز دارد.
}
health-checked = زمان بررسی:
health-version = نسخه:
health-again = بررسی دوباره
health-state-ok = کار می‌کند
health-state-warn = اقدام به‌زودی
health-state-fail = همین حالا
health-journal = دفتر رویدادها
health-journal-ok = { $n ->
    [one] { $n } رویداد
   *[other] { $n } رویداد
}
health-recount = شمارش دوبارهٔ مهلت‌ها
health-recount-running = در جریان: { $done } از { $total } شکایت باز
health-mail = فرستادن رایانامه
health-mail-ok = از راه: { $host }
health-mail-none = { $n ->
    [0] رلهٔ پست تعیین نشده است. نامه‌ای در انتظار نیست.
    [one] رلهٔ پست تعیین نشده است. { $n } نامه در انتظار است.
   *[other] رلهٔ پست تعیین نشده است. { $n } نامه در انتظار است.
}
health-mail-none-remedy = در صفحهٔ «فرستادن رایانامه» رله‌ای تعیین کنید.
health-mail-slow = { $n ->
    [one] { $n } نامه در انتظار رله است.
   *[other] { $n } نامه در انتظار رله است.
}
health-mail-slow-remedy = نامهٔ آزمایشی بفرستید تا پاسخ رله را ببینید.
health-mail-dead = { $n ->
    [one] { $n } نامه فرستاده نشد.
   *[other] { $n } نامه فرستاده نشد.
}
health-mail-dead-remedy = رله را با نامهٔ آزمایشی بررسی کنید و به شاکیان مربوط از راه دیگری خبر دهید.
health-people = افراد
health-people-ok = { $n ->
    [one] { $n } نفر می‌تواند وارد شود.
   *[other] { $n } نفر می‌توانند وارد شوند.
}
health-people-none = کسی نیست که به شکایت‌ها رسیدگی کند: نه کارشناس رسیدگی هست و نه مدیر.
health-people-none-remedy = شخصی با نقش کارشناس رسیدگی یا مدیر بیفزایید.
health-set-up-none = این سامانه هنوز راه‌اندازی نشده است.
health-set-up-none-remedy = پیوندی را که برنامه در آغاز چاپ می‌کند باز کنید.
health-durability = ماندگاری
health-durability-ok = آنچه ثبت‌شده اعلام شده روی دیسک است.
health-durability-off = پایگاه داده مستقیم روی دیسک نمی‌نویسد.
health-durability-off-remedy = ثبت هم‌زمان پایگاه داده را روشن کنید.
health-disk = دیسک
health-disk-ok = فضای خالی: { $mib } مبی‌بایت
health-disk-little = فضای کمی مانده است: { $mib } مبی‌بایت
health-disk-little-remedy = جا باز کنید یا دیسک بزرگ‌تری بگذارید.
health-disk-full = دیسک تقریباً پر است: { $mib } مبی‌بایت
health-disk-full-remedy = همین حالا جا باز کنید: به‌زودی هیچ شکایتی ثبت نمی‌شود.
health-clock = ساعت
health-clock-ok = ساعت با کارسازهای زمان هماهنگ است.
health-clock-off = اختلاف ساعت به ثانیه: { $seconds }
health-clock-off-remedy = بگذارید سرویس زمان ساعت این رایانه را تنظیم کند.
health-clock-behind = ساعت پیش از تازه‌ترین رویداد دفتر است.
health-clock-behind-remedy = ساعت را درست کنید؛ مهلت‌ها و شواهد به آن بسته‌اند.
health-clock-held = ساعت این رایانه ناگهان جابه‌جا شد. Redress با زمانی که به‌راستی گذشته است ادامه می‌دهد.
health-clock-held-remedy = ساعت را درست کنید. اگر ساعت اکنون درست است، Redress را دوباره راه‌اندازی کنید تا همان زمان را بپذیرد.
health-backup = پشتیبان
health-backup-ok = زمان ساخت: { $at }
health-backup-old = آخرین بار: { $at }
health-backup-old-remedy = هر شب پشتیبان بگیرید. فرمان: ⁦redress backup FILE⁩
health-backup-none = هنوز پشتیبانی نیست.
health-backup-none-remedy = پشتیبان بگیرید. فرمان: ⁦redress backup FILE⁩
health-keys = کلیدها
health-keys-ok = پروندهٔ کلید را فقط صاحب آن می‌تواند بخواند.
health-keys-open = دیگران روی این رایانه می‌توانند پروندهٔ کلید را بخوانند.
health-keys-open-remedy = اجازهٔ دیگران را از پروندهٔ کلید بردارید.
health-key-copy = رونوشت دوم کلیدها
health-key-copy-ok = رونوشت دوم کلیدها سر جای خود است و همهٔ کلیدها را دارد.
health-key-copy-no-root = هنوز کلید ریشه‌ای روی کاغذ نوشته نشده است.
health-key-copy-no-root-remedy = با این فرمان یکی بسازید: ⁦redress keys root⁩
health-key-copy-no-place = کلیدها فقط در یک جا هستند.
health-key-copy-no-place-remedy = پوشه‌ای روی دیسکی دیگر را با این فرمان تعیین کنید: ⁦redress keys copy⁩
health-key-copy-missing = رونوشت دوم کلیدها سر جای خود نیست.
health-key-copy-missing-remedy = آن جا را دوباره در دسترس قرار دهید یا جای دیگری را با این فرمان تعیین کنید: ⁦redress keys copy⁩
health-key-copy-older = رونوشت دوم کلیدها تازه‌ترین نیست.
health-key-copy-older-remedy = آن را با این فرمان دوباره بنویسید: ⁦redress keys copy⁩
health-connection = اتصال
health-connection-ok = گذرواژه‌ها محافظت‌شده جابه‌جا می‌شوند.
health-connection-open = کارساز بدون محافظت در دسترس است؛ از این راه نمی‌توان وارد شد.
health-connection-open-remedy = آن را با گواهی (⁦--tls⁩) یا پشت پیشکار HTTPS و با ⁦--base-url⁩ آغاز کنید.
health-rights = اختیارات در پایگاه داده
health-rights-ok = نقش پایگاه داده فقط اختیاراتی دارد که کارساز لازم دارد.
health-rights-many = نقش پایگاه داده بیش از نیاز کارساز اختیار دارد: { $rights }.
health-rights-many-remedy = این اختیارات را بگیرید: ⁦ALTER ROLE … NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS⁩ و نقش‌هایی را که با ⁦pg_⁩ آغاز می‌شوند با ⁦REVOKE⁩. کافی است مالک پایگاه دادهٔ خودش باشد.
health-fonts = قلم نامه‌ها
health-fonts-missing = برای این زبان‌ها قلمی پیدا نشد: { $languages }
health-fonts-missing-remedy = پروندهٔ قلم را در پوشهٔ قلم‌ها بگذارید و دوباره بررسی کنید.
health-journal-broken = دفتر همان نیست که ثبت شده بود
health-journal-broken-remedy = صفحهٔ دفتر ثبت را باز کنید؛ در آن آمده است کدام ثبت فرق دارد و نخست چه باید کرد.
health-top = مدیریت ارشد
health-top-ok = شکایت‌های مهم به دارندگان این نقش خبر داده می‌شود.
health-top-deputy = کسی این نقش را ندارد. مدیران کل سازمان جانشین‌اند و از شکایت‌های مهم باخبر می‌شوند.
health-top-deputy-remedy = نقش مدیریت ارشد را به کسی بدهید که پاسخ‌گوی سازمان است.
health-top-none = کسی نیست که از شکایت مهم باخبر شود: نه مدیریت ارشدی هست و نه مدیری برای کل سازمان.
health-top-none-remedy = کسی را با نقش مدیریت ارشد اضافه کنید.
health-former = نسخهٔ پیشین
health-former-open = آنچه نسخهٔ پیشین رمزنشده گذاشته بود اکنون رمز شده، اما روی دیسک هنوز بازنویسی نشده است.
health-former-open-remedy = برای یک رونوشت دیگر از پایگاه داده جا باز کنید، برنامه‌های دیگری را که از آن استفاده می‌کنند ببندید و Redress را دوباره راه‌اندازی کنید.
