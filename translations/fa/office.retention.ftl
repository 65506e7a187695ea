# مدت نگهداری شکایت‌های بسته‌شده، ۸.۱
office-retention = مدت نگهداری
office-lead-retention = نام، نشانی تماس و متن شکایت‌های بسته‌شده تا چه زمانی نگهداری می‌شود.
field-retention-complaint = شکایت‌ها (ماه)
field-retention-complaint-hint = شمارش از زمان بسته شدن، از ۱ تا ۶۰۰ ماه
field-retention-other = پرسش‌ها، شکایت‌های تکراری و خارج از دامنه (ماه)
field-retention-other-hint = برای آنچه در ارزیابی، شکایتی جداگانه شمرده نشد؛ از ۱ تا ۶۰۰ ماه
field-retention-lines = مدت جداگانه برای انواع مشکل
field-retention-lines-hint = برای شکایت‌های آن نوع، به جای مدت نخست به کار می‌رود. سطر خالی اثری ندارد؛ پس از ذخیره سطرهای بیشتری می‌آید.
retention-no-lines = هیچ نوع مشکلی مدت جداگانه ندارد.
retention-line-category = نوع مشکل، سطر { $n }
retention-line-months = ماه، سطر { $n }
retention-months = ماه
problem-retention-line = سطر { $n }: نوع مشکل را برگزینید و شمار ماه‌ها را بنویسید، از ۱ تا { $max }
problem-retention-twice = نوع مشکل این سطر در سطری پیش از آن آمده است: { $n }
problem-retention-many = حداکثر برای این تعداد نوع مشکل می‌توان مدت جداگانه گذاشت: { $max }
retention-effect = پیامد این مدت‌ها
retention-effect-now = اکنون مدت گذشته: { $before }؛ با این مدت‌ها: { $after }.
retention-effect-of = شکایت‌های بسته‌شده بر پایهٔ پایان مدت؛ تعداد: { $n }
retention-when = پایان مدت
retention-before = تنظیم کنونی
retention-after = آنچه نوشته‌اید
retention-when-now = پایان یافته
retention-when-until = تا { $day }
retention-when-later = پس از آن
retention-past = شکایت‌هایی که مدت نگهداری‌شان گذشته است
retention-past-none = مدت نگهداری هیچ شکایت بسته‌شده‌ای نگذشته است.
retention-next = پایان مدت بعدی: { $day }
retention-none-closed = هنوز مدتی در حال گذر نیست؛ مدت با بسته شدن شکایت آغاز می‌شود.
retention-past-count = { $n ->
    [one] مدت نگهداری { $n } شکایت بسته‌شده گذشته است.
   *[other] مدت نگهداری { $n } شکایت بسته‌شده گذشته است.
}
retention-past-many = مدت نگهداری بیش از { $n } شکایت بسته‌شده گذشته است.
retention-past-first = نخستین شکایت‌هایی که مدتشان پایان یافت (حداکثر { $n })
retention-past-all = شکایت‌های بسته‌شدهٔ مدت‌گذشته
retention-past-hidden = هر کس اجازهٔ دیدن شکایت‌ها را دارد، فهرست آن‌ها را در همین صفحه می‌بیند.
retention-case = شکایت
retention-closed-on = تاریخ بسته شدن
retention-kept-until = نگهداری تا
retention-by-people = ⁦Redress⁩ خودبه‌خود چیزی را پاک نمی‌کند؛ دربارهٔ شکایتی که مدت نگهداری آن گذشته است، افراد تصمیم می‌گیرند.
# 
second-act-retention = دوره‌های نگهداری دیگر
