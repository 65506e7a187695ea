# 
fact-line-drawn = مدیران بالادست کارمند موضوع شکایت مشخص شدند
fact-conflict-declared = وجود یا نبود تعارض منافع اعلام شد
fact-conflict-lifted = تعارض منافع اعلام‌شده برداشته شد
fact-glass-broken = شکایت به دست دو نفر گشوده شد
fact-glass-closed = شکایت گشوده‌شده دوباره بسته شد
