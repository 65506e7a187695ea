# چه کسی شکایت را در دست دارد (۴٫۱۲، ۴٫۷)
slice-operation-assignment = مسئول
verb-assignment = واگذاری
done-assignment = واگذاری ثبت شد.
verb-take = تحویل گرفتن
done-take = اکنون این شکایت در دست شماست.
field-nobody = بازگشت به همه
refusal-assign-one-of-both = یا همکاری را انتخاب کنید یا شکایت را به همه برگردانید، نه هر دو.
refusal-assign-to-whom = همکاری را انتخاب کنید یا شکایت را به همه برگردانید.
refusal-assigned-already = همین حالا هم چنین است. تغییری لازم نیست.
refusal-assign-complained-about = شکایت دربارهٔ همین شخص است، پس کس دیگری به آن رسیدگی می‌کند. همکار دیگری را انتخاب کنید.
refusal-assign-other-unit = این همکار در واحد دیگری است و شکایت را نمی‌بیند. کسی از همین واحد را انتخاب کنید یا نخست واحد را اصلاح کنید.
refusal-assign-role = این کار نقش کارشناس رسیدگی یا مدیر می‌خواهد. کسی را با این نقش انتخاب کنید.
evidence-owner-named = مسئول آن معلوم است
row-owner = مسئول
owner-nobody = بدون مسئول
timeline-assigned = واگذار شد به: { $person }
timeline-assigned-nobody = به همه برگردانده شد
