# The page of units.
office-units = واحدها
office-lead-units = بخش‌هایی از سازمان که افرادشان فقط شکایت‌های خود را می‌بینند: پایانه، شعبه، خط.
field-unit-name = نام واحد
units-none = واحدی نیست. همه با کل سازمان کار می‌کنند.
unit-new = واحد تازه
unit-add = افزودن واحد
unit-all = همهٔ سازمان
refusal-unit-name-needed = نام واحد را بنویسید
refusal-unit-name-taken = واحدی با همین نام هست. نام دیگری برگزینید.
