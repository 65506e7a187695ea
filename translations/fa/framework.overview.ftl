# The map of clauses 4 to 8, with the evidence for each.
clause-map = نقشهٔ بندها
clause-map-lead = هر بند را کدام بخش‌ها پوشش می‌دهند، چه اندازه شواهد در دفتر ثبت هست و تازه‌ترین آن از چه روزی است. این صفحه می‌شمارد؛ انطباق را ممیز می‌سنجد.
clause-map-count = بندها: { $n }. هنوز بی‌شواهد: { $without }.
clause-map-clause = بند
clause-map-rooms = بخش‌ها
clause-map-evidence = شواهد
clause-map-newest = تازه‌ترین
clause-map-no-room = هنوز چیزی در این سامانه نیست
clause-map-none = هنوز شواهدی نیست
clause-map-facts = رویدادها: { $n }
slice-complaint-inbox = فهرست شکایت‌ها
slice-complaint-search = جست‌وجو
slice-complaint-desk = میز کار
slice-channels-api = دریافت از سامانه‌های دیگر
slice-channels-how = چگونه به شکایت رسیدگی می‌کنیم
slice-channels-web-form = فرم شکایت
slice-channels-phone = شکایت تلفنی و حضوری
