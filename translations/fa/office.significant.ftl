# 5.4.1 شکایت چه زمانی مهم است
slice-office-significant = شکایت چه زمانی مهم است
office-lead-significant = چه زمانی شکایت به مدیریت ارشد خبر داده می‌شود و تا کی تأیید می‌کند.
office-significant = شکایت‌های مهم
significant-lead = این شکایت‌ها بی‌درنگ به مدیریت ارشد خبر داده می‌شوند و مدیریت آگاهی خود را تأیید می‌کند. خطر برای مردم همیشه به شمار می‌آید؛ موارد دیگر را اینجا تعیین می‌کنید. هر همکاری می‌تواند دلیل دیگری گزارش کند.
field-significant-amounts = مبلغ‌ها
field-significant-amounts-hint = هر ارز در یک خط: EUR ۵۰۰۰. از این مبلغ به بالا، خواسته یا پیشنهادشده.
field-significant-people = شمار شکایت‌ها یا افراد
field-significant-people-hint = این شمار شکایت با یک علت، یا این شمار افراد درگیر.
field-significant-categories = دسته‌هایی که موضوع حقوقی‌اند
field-significant-categories-hint = شکایت از این دسته از هنگام دریافت مهم است.
field-confirm-hours = ساعت تا تأیید
field-confirm-hours-hint = ساعت کاری سازمان.
field-safety-hours = ساعت هنگام خطر برای مردم
field-safety-hours-hint = به ساعت واقعی، شب‌ها و روزهای تعطیل هم.
problem-significant-line = خط { $n } مبلغ نیست. لطفاً ارز و مبلغ را بنویسید، برای نمونه EUR ۵۰۰۰.
problem-significant-twice = خط { $n } ارزی را تکرار می‌کند. برای هر ارز یک خط کافی است.
problem-significant-many = دست بالا این شمار ارز: { $max }
significant-would = با این تغییر چه می‌شود
significant-would-open = { $n ->
    [one] { $n } شکایت باز بررسی شد.
   *[other] { $n } شکایت باز بررسی شد.
}
significant-would-none = هیچ‌یک مهم نمی‌شود.
significant-would-touch = { $n ->
    [one] { $n } شکایت مهم می‌شود.
   *[other] { $n } شکایت مهم می‌شود.
}
significant-ground = دلیل
significant-would-hint = با ذخیره، این شکایت‌ها مهم می‌شوند و به مدیریت ارشد خبر داده می‌شود. آنچه اکنون مهم است تا تصمیم مدیریت ارشد مهم می‌ماند.
