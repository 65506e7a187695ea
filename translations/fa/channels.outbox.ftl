# What has not left the house: letters, calls, mails.
outbox-lead = نامه‌های فرستادنی، تماس‌های گرفتنی و پیام‌های برگشتی. مهلت تنها وقتی رعایت شده است که پیام رفته باشد.
outbox-mails-wait = { $n ->
    [one] { $n } رایانامه در انتظار است، چون سرور ارسال تنظیم نشده است. چیزی گم نمی‌شود و پس از تنظیم فرستاده می‌شود.
   *[other] { $n } رایانامه در انتظار است، چون سرور ارسال تنظیم نشده است. چیزی گم نمی‌شود و پس از تنظیم فرستاده می‌شود.
}
outbox-set-relay = تنظیم ارسال رایانامه
outbox-group-failed = نرسید: راه دیگری بیابید
outbox-group-letters = نامه‌های چاپ‌کردنی و فرستادنی
outbox-group-calls = تماس‌های گرفتنی
outbox-none-failed = پیام برگشتی نیست.
outbox-none-letters = نامه‌ای در انتظار نیست.
outbox-none-calls = تماسی در انتظار نیست.
outbox-what = پیام
outbox-since = در انتظار از
outbox-do = کارها
outbox-print = چاپ
outbox-read = نمایش متن
outbox-went-letter = پست شد
outbox-went-phone = تلفنی گفته شد
outbox-went-in-person = حضوری گفته شد
outbox-late = رایانامه‌هایی که دوباره آزموده می‌شوند
outbox-late-lead = سرور رایانامه هنوز آن‌ها را نپذیرفته است. حدود دو روز با فاصله‌های بیشتر دوباره تلاش می‌شود و اگر نشد، در بالا نشان داده می‌شوند.
outbox-last-error = آخرین پاسخ
outbox-next-try = تلاش بعدی
outbox-tries = { $n ->
    [one] { $n } تلاش
   *[other] { $n } تلاش
}
outbox-relay-said = پاسخ سرور رایانامه: { $code }
outbox-relay-silent = سرور رایانامه پاسخ نداد
outbox-relay-settings = تنظیمات سرور ارسال نادرست است
letter-stop-updates = برای توقف گزارش‌های پیشرفت با رایانامه: { $page }
