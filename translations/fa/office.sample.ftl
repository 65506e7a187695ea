# Sample data.
setup-sample = نخست نگاهی می‌اندازید؟
setup-sample-lead = شکایت‌های ساختگی در نصب جداگانهٔ دومی هستند و هرگز به دفتر رویدادهای شما راه نمی‌یابند.
field-sample = نصبی با دادهٔ نمونه هم باز شود؟
setup-sample-open = نصب با دادهٔ نمونه
setup-sample-apart = دادهٔ جداگانه دارد، در هر صفحه نواری دیده می‌شود و هیچ پیامی از آن بیرون نمی‌رود.
office-sample = دادهٔ نمونه
office-lead-sample = نصبی جداگانه با شکایت‌های ساختگی، برای نگاهی به سامانه.
sample-sign-in = با یکی از این نشانی‌ها و این گذرواژه وارد شوید:
sample-remove = حذف دادهٔ نمونه
sample-remove-hint = پوشهٔ آن با همهٔ محتوایش حذف می‌شود. به سوابق خود شما دست زده نمی‌شود.
sample-none = این‌جا دادهٔ نمونه‌ای نیست.
sample-open = باز کردن دادهٔ نمونه
office-done-sample-opened = دادهٔ نمونه باز شد.
office-done-sample-removed = دادهٔ نمونه حذف شد.
