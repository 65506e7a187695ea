# 7.4 Acknowledgement.
slice-operation-acknowledgement = اعلام وصول
verb-acknowledgement = اعلام وصول
done-acknowledgement = اعلام وصول ثبت شد.
verb-acknowledgement-sending = ارسال اعلام وصول
done-acknowledgement-sending = اعلام وصول در انتظار ارسال است.
refusal-acknowledged-already = شاکی پیش‌تر از وصول شکایت آگاه شده است.
refusal-told-in-the-future = این زمان هنوز نرسیده است. زمان واقعی را بنویسید یا خالی بگذارید.
refusal-told-before-receipt = این زمان پیش از دریافت شکایت است. تاریخ و ساعت را بررسی کنید.
refusal-acknowledgement-waiting = یک اعلام وصول در انتظار ارسال است. نخست آن را بفرستید یا برگردانید.
refusal-no-address = نشانی رایانامه و نشانی پستی نداریم. تلفنی یا حضوری به شاکی خبر دهید و در «اعلام وصول» ثبت کنید.
evidence-acknowledged = شاکی از وصول شکایت آگاه است
evidence-acknowledged-in-their-language = اعلام وصول به زبان شاکی
row-acknowledgement-due = مهلت
row-acknowledged-at = زمان اعلام وصول
row-acknowledged-way = روش
timeline-acknowledged = اعلام وصول شد: { $way }
letter-subject-acknowledgement = شکایت شما ثبت شد: { $reference }
letter-ack-received = شکایت شما در { $date } به دست ما رسید. شمارهٔ پیگیری: { $reference }
letter-ack-about = موضوع: { $subject }
letter-ack-next = گام‌های بعدی:
letter-ack-assessment = تا { $date }: موضوع و فوریت آن را می‌سنجیم و اگر چیزی روشن نباشد با شما تماس می‌گیریم.
letter-ack-update = تا { $date }: حتی اگر خبر تازه‌ای نباشد، شما را از روند کار آگاه می‌کنیم.
letter-ack-response = تا { $date }: پاسخ کامل ما. اگر زمان بیشتری لازم باشد، پیش از آن با دلیل به شما خبر می‌دهیم.
letter-ack-follow =
    برای پیگیری شکایت، افزودن مطلب یا پس گرفتن آن: { $page }
    به شمارهٔ پیگیری و این کد دسترسی نیاز دارید: { $code }
    لطفاً کد را به کسی ندهید.
letter-ack-review = اگر بعدها با پاسخ ما موافق نبودید، می‌توانید رایگان درخواست کنید که فرد دیگری آن را بازنگری کند.
letter-subject-confirmation = لطفاً شکایت خود را تأیید کنید: { $reference }
letter-confirm-received = در { $date } شکایتی با این نشانی رایانامه به دست ما رسید. شمارهٔ پیگیری: { $reference }
letter-confirm-link = شکایت‌های بسیاری یک‌باره به دست ما رسید. اگر این شکایت شماست، لطفاً اینجا تأییدش کنید: { $page }
letter-confirm-else = اگر کاری نکنید، یک نفر به آن نگاه می‌کند و چیزی گم نمی‌شود. اگر شما ننوشته‌اید، این رایانامه را نادیده بگیرید.
