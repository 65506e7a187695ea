# نماهای ذخیره‌شده
slice-complaint-views = نماهای ذخیره‌شده
views = نماهای ذخیره‌شده
views-save = ذخیرهٔ این فهرست
views-save-do = ذخیره
views-name = نام
views-share = همکاران هم ببینند
views-shared = مشترک
views-change = تغییر
views-delete = حذف این نما
views-deleted = نما حذف شد.
views-theirs = نماهای مشترک همکاران
views-none = هنوز فهرستی ذخیره نشده است. فهرستی را باز کنید، پالایش یا جست‌وجو کنید و «ذخیرهٔ این فهرست» را انتخاب کنید.
views-problem = نامی با حداکثر { $max } نویسه برای نما بنویسید. هر نفر حداکثر ۵۰ نما نگه می‌دارد.
refusal-views-too-many = شمار نماهای ذخیره‌شدهٔ شما به { $max } رسیده است. یکی را که دیگر لازم نیست حذف کنید.
