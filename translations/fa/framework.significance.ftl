# 5.4.1 شکایت‌های مهم
slice-framework-significance = شکایت‌های مهم
ground-safety = خطر برای جان مردم
ground-legal = موضوع حقوقی
ground-media = رسانه‌ها یا افکار عمومی
ground-regulator = نهاد ناظر یا دادگاه
ground-many-people = درگیر بودن افراد بسیار
ground-amount = مبلغ زیاد
timeline-significance-found = شکایت مهم. دلیل: { $ground }
timeline-significance-found-more = شکایت مهم به چند دلیل. دلیل نخست: { $ground }
timeline-significance-found-by-rule = شکایت مهم بر پایهٔ قاعده. دلیل: { $ground }
timeline-significance-found-by-rule-more = شکایت مهم بر پایهٔ قاعده، به چند دلیل. دلیل نخست: { $ground }
timeline-significance-confirmed = مدیریت ارشد تأیید کرد
timeline-significance-lifted = دیگر مهم شمرده نمی‌شود
timeline-colleague-told = { $what }: { $person }
told-of-significance = آگاه شد که شکایت مهم است
