# 7.8 Communicating the decision.
slice-operation-decision = تصمیم
verb-decision = ابلاغ تصمیم
done-decision = نامهٔ ابلاغ تصمیم فرستاده می‌شود. تا ۱۰ ثانیه می‌توانید آن را برگردانید.
verb-staff-informed = آگاه کردن کارکنان
done-staff-informed = ثبت شد که همکار از تصمیم آگاه است.
field-summary = خلاصهٔ پاسخ
field-summary-hint = شاکی نخست این متن را می‌خواند. نتیجه‌ها با دلیل، روش‌های جبران با تاریخ، بازنگری و مرجع بیرونی خودکار افزوده می‌شود.
refusal-review-first = بازنگری باز است. نخست بازنگر تصمیم می‌گیرد.
refusal-decided-already = تصمیم گرفته شده است. تصمیم تازه پس از بازنگری یا بازگشایی ممکن است.
refusal-complained-about-yourself = این شکایت به شما هم مربوط است. فرد دیگری تصمیم می‌گیرد.
refusal-issue-without-finding = نخست نتیجهٔ بررسی را ثبت کنید. موضوع شکایت: { $number }
refusal-remedy-without-approval = نخست تأیید بگیرید یا لغو کنید. روش جبران: { $remedy }
refusal-person-not-heard = نخست سخن کارمند موضوع شکایت را بشنوید، یا ثبت کنید که نخواست پاسخ دهد.
refusal-letter-incomplete = نامه بخشی ضروری را کم دارد. بررسی کنید که هر نتیجه دلیل داشته باشد.
refusal-no-decision-yet = هنوز تصمیمی نیست که به همکاران گفته شود.
evidence-decision-told = تصمیم به شاکی ابلاغ شد
evidence-reasons-for-each-issue = پاسخ برای هر موضوع دلیل دارد
evidence-recourse-told = شاکی راه‌های اعتراض را می‌داند
evidence-staff-informed = همکاران مرتبط از تصمیم آگاه‌اند
row-outcome = نتیجه
row-summary = خلاصه
row-decided-by = تصمیم‌گیرنده
row-decided-at = زمان تصمیم
row-decision-told-at = زمان ابلاغ به شاکی
not-told-yet = هنوز نه
timeline-decided = تصمیم گرفته شد
timeline-staff-informed = تصمیم به همکار گفته شد
letter-subject-decision = پاسخ ما به شکایت شما: { $reference }
letter-decision =
    این پاسخ ما به شکایت شماست.
    شمارهٔ پیگیری: { $reference }
    تاریخ دریافت: { $date }
letter-decision-after-review =
    شکایت شما بازنگری شد و این پاسخ تازهٔ ماست.
    شمارهٔ پیگیری: { $reference }
    تاریخ دریافت: { $date }
letter-point = موضوع { $number }
letter-point-titled = موضوع { $number }: { $title }
letter-finding-upheld = حق با شماست. آنچه دریافتیم:
letter-finding-partly = بخشی از گفتهٔ شما را وارد دانستیم. آنچه دریافتیم:
letter-finding-not-upheld = این مورد را بررسی کردیم و وارد ندانستیم، به این دلایل:
letter-finding-no-finding = این مورد بدون اظهارنظر دربارهٔ حق‌بودن طرف‌ها حل شد، به این صورت:
letter-remedies = برای جبران این کارها را می‌کنیم:
letter-remedy = تا { $date }: { $remedy }
letter-remedy-amount = تا { $date }: { $remedy } ({ $amount })
letter-remedy-done = انجام‌شده در { $date }: { $remedy }
letter-remedy-done-amount = انجام‌شده در { $date }: { $remedy } ({ $amount })
letter-answering =
    لطفاً بگویید آیا این پاسخ را می‌پذیرید: { $page }
    اگر تا { $date } خبری از شما نرسد، یک بار دیگر می‌پرسیم. سکوت شما را پذیرش نمی‌دانیم.
row-blocks-by-hand = قواعد این‌ها را هم می‌خواهد؛ خودتان بررسی کنید
