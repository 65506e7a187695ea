# شکایت‌های مرتبط
slice-complaint-related = یافتن شکایت‌های مرتبط
related-title = شکایت‌های پیشین که شاید مرتبط باشند
related-heading = شکایت‌های مرتبط
related-lead = رایانامه، تلفن یا نام یکسان، یا متن همانند. چیزی خودبه‌خود پیوند نمی‌خورد؛ باز کنید و بسنجید.
related-none = شکایت پیشین همانندی نیست.
related-look = یافتن شکایت‌های مرتبط
related-same-email = رایانامهٔ یکسان
related-same-phone = تلفن یکسان
related-same-name = نام یکسان
related-same-words = متن همانند
