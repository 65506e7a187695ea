# The office calendar, and what a change of dates would do, 6.2 and 6.4.
office-calendar = روزهای کاری
office-lead-calendar = در شمارش مهلت‌ها، روزهای تعطیل هفته و روزهای بسته بودن دفتر به حساب نمی‌آیند.
field-closed-days = روزهایی که دفتر بسته است
field-closed-days-hint = در هر سطر یک روز یا چند روز پیاپی همراه با نام: ⁦۱۴۰۵/۱/۱ – ۱۴۰۵/۱/۴⁩ نوروز
problem-closed-line = این سطر خوانده نشد: { $n }. نخست تاریخ و سپس نام را بنویسید، مانند: ⁦۱۴۰۵/۱/۱⁩ نوروز
problem-closed-many = روزهای بسته زیاد است. بیشترین تعداد: { $max }
field-apply = برای کدام شکایت‌ها
apply-new = شکایت‌هایی که از این پس می‌رسند
apply-open = شکایت‌های باز هم: مهلت‌هایشان از نو شمرده می‌شود
effect-show = نمایش پیامد
effect-title = پیامد شمارش دوبارهٔ شکایت‌های باز
effect-none-open = اکنون هیچ شکایت بازی نیست.
effect-moved = { $n ->
    [0] مهلت بعدی هیچ شکایتی عوض نمی‌شود.
    [one] مهلت بعدی { $n } شکایت عوض می‌شود.
   *[other] مهلت بعدی { $n } شکایت عوض می‌شود.
}
effect-overdue = اکنون مهلت‌گذشته: { $before }؛ پس از آن: { $after }.
effect-unseen = فقط شکایت‌های با نزدیک‌ترین مهلت بررسی شد؛ تعداد: { $n }
effect-first = شکایت‌هایی که مهلتشان عوض می‌شود
effect-first-of = نخستین شکایت‌هایی که عوض می‌شوند (حداکثر { $n })
effect-reference = شکایت
effect-before = مهلت بعدی اکنون
effect-after = مهلت بعدی پس از آن
effect-kept = تاریخی که به شاکی گفته شده با این کار عقب نمی‌افتد. برای آن باید نامهٔ تأخیر با ذکر دلیل فرستاده شود.
recount-title = مهلت‌ها از نو شمرده می‌شود
recount-progress = { $done } از { $total } شکایت باز در فهرست‌ها به‌روز شده است. این کار خودبه‌خود ادامه دارد، پس از راه‌اندازی دوباره نیز؛ صفحهٔ همهٔ شکایت‌ها هم‌اکنون درست است.
field-holidays = تعطیلات رسمی
field-holidays-hint = این روزها افزون بر آخر هفته و روزهای تعطیل خود سازمان شمرده نمی‌شوند. آخر هفتهٔ سازمان معتبر است، هرچند آخر هفتهٔ کشور روزهای دیگری باشد. اگر در راه‌اندازی نخست خالی بگذارید، تعطیلات کشور منطقهٔ زمانی شما برداشته می‌شود، اگر فهرست آن را داشته باشیم.
holidays-none = بدون فهرست رسمی: تنها روزهای زیر
holidays-KR = جمهوری کره
holidays-TW = تایوان
holidays-CN = چین (سرزمین اصلی)
holidays-LT = لیتوانی
holidays-IR = ایران، تعطیلی آخر هفته جمعه
holidays-IR-thu-fri = ایران، تعطیلی آخر هفته پنجشنبه و جمعه
holidays-GB-EAW = انگلستان و ولز
holidays-GB-SCT = اسکاتلند
holidays-GB-NIR = ایرلند شمالی
holidays-US = ایالات متحده (فدرال)
holidays-AU = استرالیا (سراسری)
holidays-EU-TARGET = پرداخت‌های یورو (TARGET)
holidays-HK = هنگ‌کنگ
holidays-next = تعطیلات رسمی پیش رو
holidays-newer = این نسخه فهرست تازه‌تری از این تعطیلات دارد. با ذخیرهٔ این صفحه به کار می‌رود؛ نخست اثر آن را ببینید.
holidays-unlisted = برای { $first } تا { $last } هنوز فهرستی نیست. تاریخ‌های این بازه چنان شمرده می‌شوند که گویی تعطیلی رسمی نیست؛ پس شاید زودتر به دست آیند، نه دیرتر.
holidays-computed = تعطیلات { $first } تا { $last } از قاعدهٔ منتشرشده به دست آمده‌اند و فهرست رسمی در این نسخه نیست. روزهایی که ناگهان تعطیل می‌شوند در آن نیستند: آن‌ها را در پایین جزو روزهای تعطیل بنویسید.
holidays-no-next = در این فهرست از امروز به بعد تعطیلی نیست.
calendar-file = روزهای تعطیل از فایل تقویم
field-closures-file = فایل تقویم
field-closures-file-hint = iCalendar (.ics)، دست بالا { $kib } KiB. روزهای کامل از امروز تا پایان دو سال دیگر برداشته می‌شوند. نخست خوانده و نشان داده می‌شود؛ تا ذخیره نکنید چیزی تغییر نمی‌کند.
calendar-file-read = خواندن فایل
problem-calendar-no-file = لطفاً نخست فایل تقویم را انتخاب کنید.
problem-calendar-file = فایل خوانده نشد. در خط { $line } باید این می‌بود: { $expected }
problem-calendar-no-days = در فایل از امروز به بعد روز تعطیل کاملی نیست.
calendar-taken = خوانده‌شده از فایل
calendar-taken-days = { $n ->
    [one] { $n } روز تعطیل در فرم زیر نوشته شد.
   *[other] { $n } روز تعطیل در فرم زیر نوشته شد.
}
calendar-taken-how = هنوز چیزی ذخیره نشده است: ببینید چه جابه‌جا می‌شود، اصلاح کنید و ذخیره کنید.
calendar-left-out = کنارگذاشته‌شده
calendar-left-out-line = خط { $line }:
calendar-left-out-more = { $n ->
    [one] و { $n } مورد دیگر
   *[other] و { $n } مورد دیگر
}
calendar-left-out-timed = قراری با ساعت
calendar-left-out-cancelled = لغوشده
calendar-left-out-other-years = در سال‌های دیگر
calendar-left-out-worked = روز کاری
