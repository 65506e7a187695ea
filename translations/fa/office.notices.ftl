# What colleagues are written to about, 7.3.
slice-office-notices = اعلان با رایانامه
office-notices = اعلان با رایانامه
office-lead-notices = وقتی پرونده‌ای به شما سپرده می‌شود، شاکی آن می‌نویسد یا همکاری در یادداشت از شما نام می‌برد. بیرون از ساعت کار چیزی فرستاده نمی‌شود و در رایانامه تنها شمارهٔ پیگیری هست. مهلت‌ها را یادآوری‌ها خبر می‌دهند.
field-notice-assigned = پرونده‌ای به شما سپرده می‌شود
field-notice-reply = شاکی پروندهٔ شما می‌نویسد
notice-pace-none = بدون رایانامه
notice-pace-instant = بی‌درنگ
notice-pace-digest = روزی یک بار، صبح
notice-subject = خبر تازه دربارهٔ شکایت‌های شما: { $n }
notice-letter = در شکایت‌های مربوط به شما خبر تازه‌ای هست. سازمان: { $place }
notice-line-assigned = { $reference }: اکنون با شماست.
notice-line-reply = { $reference }: شاکی نوشت.
notice-letter-why = خودتان انتخاب می‌کنید که کدام نامه‌ها را بگیرید. تغییر آن در این صفحه:
field-notice-mention = همکاری در یادداشت از شما نام می‌برد
notice-line-mention = { $reference }: در یادداشتی از شما نام برده‌اند.
notice-line-glass = دو نفر آن را برای همکاری گشودند: { $reference }
notice-line-second = همکاری نگاه نفر دوم را می‌خواهد: { $reference }
