# The desk: the rail, the list, the case page.

## The rail and the list
desk-queues = صف‌ها
desk-waits = در انتظار
desk-more = بخش‌های دیگر
desk-outbox = نامه‌ها و تماس‌ها
desk-admin = مدیریت سامانه
desk-found = نتیجه‌های جست‌وجو
desk-found-for = عبارت جست‌وجو: { $query }
desk-open-count = { $n ->
    [one] { $n } شکایت باز
   *[other] { $n } شکایت باز
}
desk-sort-due = چیدن بر پایهٔ مهلت
desk-sort-received = چیدن بر پایهٔ دریافت
desk-filter-on = نمایش
desk-filter-off = برداشتن این صافی
desk-any = همه
desk-by-stage = مرحله
desk-by-channel = راه دریافت
desk-by-language = زبان
desk-by-category = نوع مشکل
desk-by-priority = اولویت
desk-by-owner = مسئول
desk-pages = صفحه‌های این فهرست
desk-first-page = صفحهٔ نخست
desk-next-page = صفحهٔ بعد
desk-nameless = نام داده نشده
desk-needs-reply = شاکی منتظر پاسخ است
desk-choose = یک شکایت را از فهرست برگزینید.
desk-empty-mine = { $n ->
    [one] کاری در انتظار شما نیست. { $n } شکایت مسئول ندارد؛ از صف «بدون مسئول» بردارید.
   *[other] کاری در انتظار شما نیست. { $n } شکایت مسئول ندارد؛ یکی را از صف «بدون مسئول» بردارید.
}
desk-empty-filter = شکایتی با این صافی‌ها نیست. یکی را بردارید یا صف دیگری را ببینید.
desk-empty-all = هیچ شکایت بازی نیست. شکایت تازه را با «شکایت تازه» وارد کنید.

## The head of a case
desk-owner = مسئول: { $name }
desk-no-owner = بدون مسئول
desk-no-subject = شکایت بدون موضوع
desk-acts = گام‌های بعدی
desk-stages = گام‌های بند ۷
desk-step-receipt = دریافت
desk-step-tracking = پیگیری
desk-step-assessment = ارزیابی اولیه
desk-step-response = پاسخ
desk-step-closing = بستن شکایت
desk-step-done = انجام شد

## A form that came back
desk-changed = هنگام نوشتن شما، این شکایت تغییر کرد
desk-changed-how = هنوز چیزی ثبت نشده است. در این میان این‌ها رخ داده است؛ نوشتهٔ شما در فرم پایین مانده است.
desk-changed-form = رفتن به نوشتهٔ من
desk-files-again = نوشتهٔ شما مانده است. پرونده‌ها را دوباره برگزینید.
desk-undo-window = { $seconds ->
    [one] پیام { $seconds } ثانیهٔ دیگر فرستاده می‌شود.
   *[other] پیام { $seconds } ثانیهٔ دیگر فرستاده می‌شود.
}

## The timeline
desk-system = Redress (خودکار)
desk-former-colleague = همکار پیشین
desk-occurred = زمان رویداد: { $at }
desk-erased = متن پاک شده است؛ تنها ثبت بودنش مانده است.
desk-file = پرونده
desk-file-erased = پروندهٔ پاک‌شده
desk-file-odd = نام فایل با محتوای آن جور نیست؛ با احتیاط باز کنید.
desk-unreadable = { $n ->
    [one] { $n } ثبت با نسخهٔ تازه‌تری نوشته شده و اینجا نشان داده نمی‌شود.
   *[other] { $n } ثبت با نسخهٔ تازه‌تری نوشته شده و اینجا نشان داده نمی‌شود.
}
desk-message-queued = هنوز فرستاده نشده
desk-message-sent = فرستاده شد
desk-message-failed = نرسید
desk-message-withdrawn = پس گرفته شد
desk-print-letter = چاپ نامه
desk-preview-note = تصویر بدون داده‌های پنهان مانند مکان یا دستگاه نشان داده می‌شود. اصل فایل مهر و موم شده و دست‌نخورده است و از پیوند بالا دریافت می‌شود.

## Composers and panels
desk-compose = نوشتن
desk-panels = گام‌ها و ثبت‌ها
desk-not-yet = { $n ->
    [one] { $n } گام اکنون شدنی نیست: چرا
   *[other] { $n } گام اکنون شدنی نیست: چرا
}

## Beside the timeline
desk-side = دربارهٔ این شکایت
desk-name = نام
desk-email = رایانامه
desk-phone = تلفن
desk-address = نشانی
desk-authority = پایهٔ نمایندگی
desk-about = شکایت
desk-channel = راه دریافت
desk-received = زمان دریافت
desk-recorded = زمان ثبت
desk-late-reason = چرا دیرتر ثبت شد
desk-wish = خواسته
desk-remedies = جبران‌های خواسته‌شده
desk-dates = مهلت‌ها
desk-due-assessment = ارزیابی اولیه
desk-due-closure = بستن شکایت
desk-kept-until = نگهداری تا
desk-kept-over = مدت نگهداری گذشته است.
desk-not-needed = نیاز نیست
desk-evidence = مدارک موجود
desk-on-file = موجود
desk-missing = هنوز نیست
desk-files = پرونده‌ها
desk-links = شکایت‌های مرتبط
desk-links-more = پیوندهای دیگر: { $n }
desk-journal = دفتر ثبت
desk-sealed = ثبت‌های این شکایت: { $entries }. در همهٔ دفتر: { $all }.
desk-proof = ذخیرهٔ گواهی (JSON)
timeline-dates-recounted = مهلت‌ها بر پایهٔ تقویم کاری و زمان‌های هدف از نو شمرده شد
desk-recounting = مهلت‌ها از نو شمرده می‌شود: { $done } از { $total }. صفحهٔ هر شکایت هم‌اکنون درست است؛ فهرست‌ها و شاخص‌ها به‌تدریج به‌روز می‌شود.
desk-previous-case = شکایت قبلی
desk-next-case = شکایت بعدی
desk-to-list = بازگشت
desk-copy-reference = کپی شمارهٔ پیگیری
desk-copied = شمارهٔ پیگیری کپی شد.
desk-diff = مقایسهٔ واژه به واژهٔ نوشتهٔ شما و همکارتان
desk-diff-how = خط‌خورده: تنها در نوشتهٔ همکار. زیرخط‌دار: تنها در نوشتهٔ شما. هر دو نوشته نگه داشته شده است.

## A group with one cause
group-title = یک علت، چند شکایت
group-lead-is = بررسی در شکایت:
group-all = همهٔ شکایت‌های این گروه
group-investigation = بررسی برای همهٔ گروه
group-source = ثبت‌شده در شکایت:
group-nothing-yet = هنوز چیزی در آنجا ثبت نشده است.
group-evidence = مدارک
group-files = { $n ->
    [one] { $n } فایل
   *[other] { $n } فایل
}
group-own-answer = هر شاکی پاسخ خود را می‌گیرد و مهلت‌ها همان است.
group-empty = هنوز شکایت دیگری در این گروه نیست. در فهرست، شکایت‌ها را نشان بزنید و «افزودن به گروه با علت مشترک» را انتخاب کنید.
group-answered = پاسخ داده‌شده: { $answered } از { $n }
desk-continuing = هنوز ادامه دارد
desk-done-to-tell = این پیام در «نامه‌ها و تماس‌ها» می‌ماند تا کسی آن را به شاکی بگوید و ثبت کند. تا آن زمان شاکی از آن خبر ندارد. تا ۱۰ ثانیه می‌توانید آن را برگردانید.
desk-done-to-post = نامه در «نامه‌ها و تماس‌ها» می‌ماند تا چاپ و پست شود. تا آن زمان شاکی از آن خبر ندارد. تا ۱۰ ثانیه می‌توانید آن را برگردانید.
desk-other-language = به نظر می‌رسد این متن به زبانی جز زبان نامه ({ $language }) نوشته شده است. متن همین‌طور که هست فرستاده می‌شود؛ لطفاً پیش از فرستادن آن را بررسی کنید.
desk-other-language-reasons = به نظر می‌رسد دلیل یا وعده‌ای که در این نامه می‌آید به زبانی جز زبان نامه ({ $language }) نوشته شده است. متن همین‌طور که هست فرستاده می‌شود؛ لطفاً پیش از فرستادن تصمیم آن را به همان زبان دوباره بنویسید.
desk-other-language-sent = به نظر می‌رسد بخشی از آن به زبانی جز زبان نامه ({ $language }) نوشته شده است. اگر چنین قصدی نداشتید، همین حالا آن را برگردانید.
desk-significant = مهم
desk-significant-unconfirmed = مهم، تأییدنشده
desk-quoted = متن نقل‌شده و امضا
desk-erased-on = پاک شده در { $day }
desk-no-text = بدون متن یا پاک‌شده
