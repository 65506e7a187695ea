# What is still owed, and who was told of it, 7.3.
slice-complaint-obligations = تعهدها
fact-reminded = یادآوری
obligation-acknowledgement = اعلام وصول
obligation-assessment = ارزیابی اولیه
obligation-confirmation = تأیید مدیریت ارشد
obligation-update = گزارش پیشرفت
obligation-notice = اطلاع از تمدید مهلت
obligation-response = پاسخ نهایی
obligation-remedy = انجام روش جبران
obligation-review = بازنگری داخلی
obligation-closure = بستن شکایت
obligation-limit = مهلت بستهٔ قواعد
timeline-reminded-warning = یادآوری نزدیک‌شدن مهلت: { $obligation }
timeline-reminded-handler = مهلت گذشت و به کارشناس رسیدگی گفته شد: { $obligation }
timeline-reminded-manager = مهلت گذشت و به مدیر گفته شد: { $obligation }
timeline-reminded-top-management = مهلت گذشت و به مدیریت ارشد گفته شد: { $obligation }
