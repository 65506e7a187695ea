# نام خانه‌هایی که چند گام از بند ۷ با هم دارند
field-category = نوع مشکل
field-colleague = همکار
field-due-on = مهلت
field-files = فایل‌ها
field-issue = موضوع شکایت
field-product = کالا یا خدمت
field-rationale = دلیل ارزیابی
field-reason = دلیل
field-text = متن
