# What colleagues are written to about, 7.3.
slice-office-notices = اعلان با رایانامه
office-notices = اعلان با رایانامه
office-lead-notices = وقتی پرونده‌ای به شما سپرده می‌شود یا شاکی آن می‌نویسد. بیرون از ساعت کار چیزی فرستاده نمی‌شود و در رایانامه تنها شمارهٔ پیگیری هست. مهلت‌ها را یادآوری‌ها خبر می‌دهند.
field-notice-assigned = پرونده‌ای به شما سپرده می‌شود
field-notice-reply = شاکی پروندهٔ شما می‌نویسد
notice-pace-none = بدون رایانامه
notice-pace-instant = بی‌درنگ
notice-pace-digest = روزی یک بار، صبح
notice-subject = خبر تازه دربارهٔ شکایت‌های شما: { $n }
notice-letter = در شکایت‌های شما خبر تازه‌ای هست. سازمان: { $place }
notice-line-assigned = { $reference }: اکنون با شماست.
notice-line-reply = { $reference }: شاکی نوشت.
notice-letter-why = این نامه را خودتان خواسته‌اید. تغییر آن در این صفحه:
