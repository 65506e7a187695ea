# The page of units.
office-units = واحدها
office-lead-units = بخش‌هایی از سازمان که کارکنانشان فقط شکایت‌های خود و واحدهای زیرمجموعه را می‌بینند: یک توقفگاه، شعبه یا خط.
field-unit-name = نام واحد
field-unit-above = زیرمجموعهٔ
field-unit-above-hint = کسی که به واحد بالاتر تعلق دارد، شکایت‌های این واحد را هم می‌بیند.
unit-below = زیرمجموعهٔ
unit-change = تغییر نام یا جابه‌جایی
units-none = واحدی نیست. همه با کل سازمان کار می‌کنند.
unit-new = واحد تازه
unit-add = افزودن واحد
unit-all = همهٔ سازمان
refusal-unit-name-needed = نام واحد را بنویسید
refusal-unit-name-taken = واحدی با همین نام هست. نام دیگری برگزینید.
refusal-unit-below-itself = یک واحد نمی‌تواند زیرمجموعهٔ خودش یا یکی از زیرمجموعه‌هایش باشد. لطفاً واحد دیگری انتخاب کنید.
