# Limits for e-mail that becomes complaints and is answered by itself.
slice-office-mail-limits = سقف‌های رایانامه
office-mail-limits = سقف‌های رایانامه
office-lead-mail-limits = چه اندازه رایانامه بی‌دخالت کسی شکایت می‌شود و پاسخ می‌گیرد.
mail-limits-lead = با گذشتن از سقف، چیزی رد یا گم نمی‌شود: پیام یا اعلام وصول آن منتظر یک نفر می‌ماند.
field-mail-new-a-day = شکایت‌های تازهٔ یک نشانی در یک روز
field-mail-new-a-day-hint = پیام‌های بعدی در «رایانامه‌های بررسی‌نشده» می‌مانند.
field-mail-replies-a-day = پاسخ‌های یک نشانی در یک روز
field-mail-answers-address = پاسخ‌های خودکار به یک نشانی در یک ساعت
field-mail-answers-address-hint = با ۱، دو دستگاهی که به هم پاسخ می‌دهند پس از یک پاسخ می‌ایستند.
field-mail-answers-hour = همهٔ پاسخ‌های خودکار در یک ساعت
field-mail-answers-hour-hint = بیش از آن، اعلام وصول‌ها می‌مانند تا یک نفر آن‌ها را بفرستد.
field-mail-days-old = روزهایی که پس از آن پیام قدیمی است
field-mail-days-old-hint = برای صندوقی که با پیام‌های قدیمی وصل می‌شود: آن پیام‌ها منتظر یک نفر می‌مانند و پاسخ نمی‌گیرند.
