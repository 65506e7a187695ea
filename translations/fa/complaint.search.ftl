# یافتن شکایت با هر آنچه در آن نوشته شده است

## شرط‌هایی که پیش از دونقطه نوشته می‌شوند (هر کدام یک واژه)
search-op-from = شاکی
search-op-is = وضعیت
search-op-due = مهلت
search-op-category = نوع
search-op-unit = واحد

## آنچه پس از «وضعیت:» می‌آید
search-is-open = باز
search-is-mine = من
search-is-unassigned = بی‌مسئول
search-is-today = امروز
search-is-overdue = گذشته
search-is-waiting = انتظار
search-is-safety = ایمنی

## آنچه پیدا شد
search-count = { $n ->
    [one] { $n } شکایت پیدا شد
   *[other] { $n } شکایت پیدا شد
}
search-count-most = بیش از { $most } شکایت پیدا شد
search-newest = تازه‌ترین‌ها در آغاز
search-best = نزدیک‌ترین‌ها در آغاز
search-partial = تنها این شمار از تازه‌ترین نوشته‌ها با این واژه‌ها دیده شد: { $most }. برای ادامهٔ جست‌وجو یک واژه بیفزایید.
search-not-used = فهمیده نشد و به کار نرفت: { $part }
search-in-complaint = در متن شکایت
search-in-message = در پیام شاکی
search-in-letter = در پیام ما
search-in-note = در یادداشت
search-in-handling = در سابقهٔ رسیدگی

## چیزی پیدا نشد یا هنوز چیزی نوشته نشده است
search-tips = راهنمای جست‌وجو
search-tip-words = همهٔ واژه‌ها باید در یک نوشته، یا در نام شاکی یا موضوع شکایت باشند. ی و ک عربی و فارسی یکی است.
search-tip-fewer = واژه‌های کمتری بنویسید، یا بخشی از شمارهٔ پیگیری را.
search-tip-phrase = واژه‌های کنار هم
search-tip-without = بدون نوشته‌هایی که این واژه را دارند
search-tip-from = نام یا نشانی شاکی
search-tip-is = وضعیت شکایت
search-tip-due = مهلت تا سه روز دیگر
search-tip-category = نوع مشکل، با شماره یا نام
search-tip-unit = شکایت‌های یک واحد
search-sample-phrase = بازدید دوم
search-sample-without = پرداخت
search-sample-from = مریم
search-sample-category = قبض
search-sample-unit = شمال
search-is-significant = مهم
