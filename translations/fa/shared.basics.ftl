# Words of several rooms that the glossary names under another key.
role-intake = کارشناس ثبت
role-handler = کارشناس رسیدگی
role-manager = مدیر
role-top-management = مدیریت ارشد
role-auditor = ممیز
role-admin = مدیر سامانه
need-large-print = چاپ درشت
need-braille = بریل
need-audio = نسخهٔ صوتی
need-interpreter = مترجم شفاهی
priority-low = کم
priority-medium = متوسط
priority-high = زیاد
priority-critical = بحرانی
