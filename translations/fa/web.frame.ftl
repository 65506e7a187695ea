# The frame round every page.
frame-help = کمک می‌خواهید؟ تماس بگیرید: { $phone }
frame-call = تماس: { $phone }
frame-sample = داده‌های نمونه: اینجا هیچ‌چیز واقعی نیست و هیچ پیامی بیرون فرستاده نمی‌شود.
frame-sample-short = داده‌های نمونه
frame-how = روش رسیدگی به شکایت‌ها
frame-staff = ورود کارکنان
frame-menu = فهرست
frame-search = جست‌وجوی شکایت‌ها
frame-person = کاربر: { $name }
frame-live = به‌روز
frame-offline = بدون اتصال
frame-signed-out = خارج شده‌اید
frame-palette = یافتن و انجام
