# The page of API tokens.
office-tokens = برنامه‌ها و کلیدها
office-lead-tokens = با کلید برنامه‌ای، برنامه‌ای به نمایندگی از یک شخص و حداکثر با اختیار او کار می‌کند.
field-token-name = کاربرد
field-token-name-hint = برای نمونه نام برنامه. بعداً نشان می‌دهد که کلید هنوز لازم است یا نه.
field-token-scope = اجازهٔ کار
token-scope-all = همهٔ کارهایی که این شخص می‌تواند
token-scope-receive = فقط ثبت شکایت
token-scope-read = فقط خواندن
token-since = زمان ساخت
token-revoke = پایان کلید
token-new = کلید تازه
token-make = ساختن کلید
token-fresh = کلید تازه ساخته شد
token-once = فقط همین حالا نشان داده می‌شود. آن را در جای نگهداری اسرار برنامه رونوشت کنید.
tokens-none = هیچ برنامه‌ای کلید ندارد.
refusal-token-name-needed = کاربرد کلید را بنویسید
refusal-no-such-person = این شخص در میان کسانی که می‌توانند وارد شوند نیست. شخص دیگری را برگزینید.
