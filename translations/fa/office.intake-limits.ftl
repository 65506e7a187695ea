# When a new complaint waits until somebody confirms it.
slice-office-intake-limits = سقف‌های ورود انبوه
office-intake-limits = سقف‌های ورود انبوه
office-lead-intake-limits = از چه هنگام شکایت تازه منتظر تأیید یک نفر می‌ماند.
intake-limits-lead = با گذشتن از سقف، چیزی رد یا گم نمی‌شود: شکایت نگهداری می‌شود، شمارهٔ پیگیری می‌گیرد و در «شکایت‌های تأییدنشده» می‌ماند. اگر پیش از این کارساز پروکسی هست، هنگام راه‌اندازی نامش را بدهید تا شبکه‌ها از هم شناخته شوند.
field-intake-network-hour = شکایت‌های تازهٔ یک شبکه در یک ساعت
field-intake-network-hour-hint = شبکه یعنی یک اداره، کتابخانه یا خانه: ۲۴ بیت نخست نشانی ⁦IPv4⁩ یا ۶۴ بیت ⁦IPv6⁩. از دو سوم به بعد یک ثانیه دیرتر پاسخ داده می‌شود.
field-intake-all-hour = همهٔ شکایت‌های تازه در یک ساعت
field-intake-all-hour-hint = با فرم همگانی. بسیار بالاتر از پرکارترین ساعت بگذارید: با گذشتن از آن هر شکایت تازه‌ای می‌ماند.
field-intake-programs-hour = شکایت‌های تازهٔ برنامه‌های یک نفر در یک ساعت
field-intake-programs-hour-hint = برای توکن‌ها. ۰: هر اندازه که بخواهند.
field-intake-network-day-mb = فایل‌های یک شبکه در یک روز، به مگابایت
field-intake-network-day-mb-hint = بیش از آن فایل‌ها نگهداری نمی‌شوند و گفته می‌شود؛ نوشته نگهداری می‌شود.
field-intake-letters-hour = رایانامه‌های درخواست تأیید در یک ساعت
field-intake-letters-hour-hint = برای هر نشانی یکی. با ۰ از کسی پرسیده نمی‌شود و تنها همکاران تأیید می‌کنند.
