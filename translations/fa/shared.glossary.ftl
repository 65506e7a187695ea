# Fixed terms, one per concept, exactly as in translations/glossary.csv (see the notes there).

## the standard and its national adoptions
standard-title = مدیریت کیفیت - رضایت مشتری - راهنمای رسیدگی به شکایات در سازمان‌ها
standard-id = ⁦ISO 10002⁩
system-name = نظام مدیریت رسیدگی به شکایات
complaints-handling = رسیدگی به شکایات

## clause titles: chapters
clause-4 = اصول راهنما
clause-5 = چارچوب رسیدگی به شکایات
clause-6 = طرح‌ریزی، طراحی و تکوین
clause-7 = اجرای فرایند رسیدگی به شکایات
clause-8 = نگهداری و بهبود

## clause titles: 4 guiding principles
clause-4-1 = کلیات
clause-4-2 = تعهد
clause-4-3 = ظرفیت
clause-4-4 = شفافیت
clause-4-5 = دسترس‌پذیری
clause-4-6 = پاسخ‌گویی
clause-4-7 = بی‌طرفی
clause-4-8 = هزینه
clause-4-9 = درستی اطلاعات
clause-4-10 = محرمانگی
clause-4-11 = رویکرد مشتری‌مدار
clause-4-12 = مسئولیت‌پذیری
clause-4-13 = بهبود
clause-4-14 = شایستگی
clause-4-15 = به‌موقع بودن

## clause titles: 5 framework
clause-5-1 = بافت سازمان
clause-5-2 = رهبری و تعهد
clause-5-3 = خط‌مشی
clause-5-4 = مسئولیت و اختیار

## clause titles: 6 planning
clause-6-1 = کلیات
clause-6-2 = اهداف
clause-6-3 = فعالیت‌ها
clause-6-4 = منابع

## clause titles: 7 operation
clause-7-1 = ارتباطات
clause-7-2 = دریافت شکایت
clause-7-3 = پیگیری شکایت
clause-7-4 = اعلام وصول شکایت
clause-7-5 = ارزیابی اولیهٔ شکایت
clause-7-6 = بررسی شکایت
clause-7-7 = پاسخ به شکایت
clause-7-8 = ابلاغ تصمیم
clause-7-9 = بستن شکایت

## clause titles: 8 maintenance and improvement
clause-8-1 = جمع‌آوری اطلاعات
clause-8-2 = تحلیل و ارزیابی شکایات
clause-8-3 = ارزیابی رضایت از فرایند رسیدگی به شکایات
clause-8-4 = پایش فرایند رسیدگی به شکایات
clause-8-5 = ممیزی فرایند رسیدگی به شکایات
clause-8-6 = بازنگری مدیریت بر فرایند رسیدگی به شکایات
clause-8-7 = بهبود مستمر

## roles
complainant = شاکی
customer = مشتری
representative = نمایندهٔ شاکی
affected-person = فرد متأثر
subject-person = کارمند موضوع شکایت
staff = کارکنان
top-management = مدیریت ارشد
complaints-representative = نمایندهٔ مدیریت در رسیدگی به شکایات
manager = مدیر
handler = کارشناس رسیدگی
intake = کارشناس ثبت
investigator = کارشناس بررسی
approver = تأییدکننده
reviewer = بازنگر
owner = مسئول
auditor = ممیز
internal-auditor = ممیز داخلی
quality-manager = مدیر کیفیت
dpo = مسئول حفاظت از داده‌های شخصی
administrator = مدیر سامانه
certification-body = نهاد گواهی‌دهنده
consultant = مشاور
external-body = مرجع بیرونی حل اختلاف

## case objects
complaint = شکایت
complaint-desk = شکایت
case = پرونده
reference = شمارهٔ پیگیری
issue = موضوع شکایت
enquiry = پرسش
suggestion = پیشنهاد
compliment = قدردانی
misconduct-report = گزارش تخلف
feedback = بازخورد
description = شرح شکایت
outcome-sought = خواستهٔ شما
category = نوع مشکل
product-service = کالا یا خدمت
evidence = مدارک و شواهد
attachment = پیوست
message = پیام
note-internal = یادداشت داخلی
call-log = گزارش تماس
acknowledgement = اعلام وصول
progress-update = گزارش پیشرفت
investigation = بررسی
finding = نتیجهٔ بررسی
root-cause = علت ریشه‌ای
remedy = روش جبران
compensation = جبران خسارت
goodwill = جبران از روی حسن نیت
decision = تصمیم
decision-letter = نامهٔ ابلاغ تصمیم
recourse = راه‌های اعتراض
internal-review = بازنگری داخلی
external-referral = ارجاع به مرجع بیرونی
systemic-issue = مشکل سیستمی
duplicate = شکایت تکراری
repeat = شکایت مجدد
joint = شکایت گروهی
anonymous = ناشناس
conflict-of-interest = تعارض منافع
call-back = تماس پیگیری
survey = نظرسنجی
access-need = نیاز ویژه
consent = موافقت
retention-period = مدت نگهداری
legal-hold = نگهداری به حکم قانون
template = الگو
timeline = سیر رسیدگی

## stages
stage-draft = پیش‌نویس
stage-received = دریافت شد
stage-acknowledged = اعلام وصول شد
stage-assessed = ارزیابی شد
stage-investigating = در حال بررسی
stage-deciding = در حال تصمیم‌گیری
stage-communicated = تصمیم ابلاغ شد
stage-implementing = جبران در حال اجراست
stage-review = در حال بازنگری
stage-external = در مرجع بیرونی
stage-closed = بسته شد
stage-reopened = دوباره باز شد
stage-waiting = در انتظار شاکی

## verbs of the desk (button form)
do-register = ثبت
do-acknowledge = اعلام وصول
do-assess = ارزیابی
do-assign = واگذاری
do-take-over = تحویل گرفتن
do-investigate = آغاز بررسی
do-ask = پرسش از واحد
do-record-finding = ثبت نتیجهٔ بررسی
do-offer = پیشنهاد جبران
do-approve = تأیید
do-send-back = برگرداندن برای اصلاح
do-reply = پاسخ
do-send = ارسال
do-note = افزودن یادداشت
do-log-call = ثبت تماس
do-extend = تمدید مهلت
do-escalate = ارجاع به سطح بالاتر
do-refer = ارجاع بیرونی
do-forward = ارسال به سازمان مسئول
do-merge = ادغام
do-link = پیوند دادن
do-restrict = محدود کردن دسترسی
do-redact = پوشاندن اطلاعات شخصی
do-verify-remedy = تأیید انجام جبران
do-close = بستن شکایت
do-reopen = بازگشایی
do-withdraw = پس گرفتن شکایت
do-start-capa = آغاز اقدام اصلاحی

## outcomes
outcome-upheld = وارد
outcome-partly = تا حدی وارد
outcome-not-upheld = وارد نیست
outcome-no-finding = بدون اظهارنظر حل شد
outcome-out-of-scope = خارج از دامنه
outcome-withdrawn = شاکی شکایت را پس گرفت
accepted = شاکی پذیرفت
not-accepted = شاکی نپذیرفت
resolved-early = در همان تماس اول حل شد
closed-no-response = شاکی پاسخ نداد
time-barred = مهلت شکایت گذشته است
forwarded = به سازمان دیگر فرستاده شد

## channels
channel-web = فرم اینترنتی
channel-email = رایانامه
channel-phone = تلفن
channel-chat = گفت‌وگوی برخط
channel-social = شبکه‌های اجتماعی
channel-letter = نامه
channel-in-person = حضوری
channel-sms = پیامک
channel-messenger = پیام‌رسان
channel-staff = از طریق کارکنان

## severity and priority
severity = شدت
severity-low = کم
severity-medium = متوسط
severity-high = زیاد
severity-critical = بحرانی
safety-risk = خطر ایمنی
complexity = پیچیدگی
impact = پیامد
immediate-action = اقدام فوری
priority = اولویت
urgent = فوری

## clock and deadlines
deadline = مهلت
due-by = مهلت پاسخ: { $date }
due-today = مهلت امروز
due-in = { $duration } مانده
overdue = گذشته از مهلت
overdue-by = { $duration } گذشته از مهلت
deadline-met = به‌موقع
deadline-missed = از مهلت گذشت
deadline-extended = تمدید شد
clock-paused = محاسبهٔ مهلت متوقف است
working-day = روز کاری
calendar-day = روز تقویمی
office-hours = ساعت کاری
reminder = یادآوری
holding-reply = پاسخ موقت
final-answer = پاسخ نهایی
target-time = زمان هدف
why-this-date = چرا این تاریخ؟

## common interface
save = ذخیره
save-continue = ذخیره و ادامه
finish-later = بعداً کامل می‌کنم
cancel = انصراف
undo = واگرد
close-dialog = بستن پنجره
edit = ویرایش
change = تغییر
remove = حذف
back = بازگشت
next = بعدی
check-answers = بازبینی و ارسال
search = جست‌وجو
filter = پالایش
sort = مرتب‌سازی
copy = کپی
print = چاپ
download = بارگیری
choose-files = انتخاب فایل
yes = بله
no = خیر
dont-know = نمی‌دانم
optional = (اختیاری)
sign-in = ورود
sign-out = خروج
settings = تنظیمات
help = راهنما
language = زبان
dashboard = داشبورد
new-complaint = شکایت تازه
mine = کارهای من
unassigned = بدون مسئول
all-open = همهٔ پرونده‌های باز
saved-view = نمای ذخیره‌شده
skip-to-main = رفتن به محتوای اصلی
make-complaint = ثبت شکایت
follow-complaint = پیگیری شکایت
large-print = چاپ درشت
easy-read = متن ساده

## error and empty-state patterns
err-summary = مشکلی در فرم هست
err-prefix = خطا:
err-required = { $field } را بنویسید
err-choose = { $field } را انتخاب کنید
err-email = نشانی رایانامه را بررسی کنید
err-too-long = حداکثر { $max } نویسه؛ اکنون { $count }
err-file-large = حجم فایل بیش از { $max } است: { $file }
err-file-type = این نوع فایل پذیرفته نمی‌شود: { $file }
err-conflict = هنگام نوشتن شما، { $name } این بخش را تغییر داد
err-session = از سامانه خارج شده‌اید. متن شما نگه داشته شده است.
err-not-found = این صفحه یا شکایت پیدا نشد
err-forbidden = اجازهٔ دیدن این بخش را ندارید. دسترسی را { $who } می‌دهد.
err-server = از طرف ما مشکلی پیش آمد. آنچه فرستاده‌اید از بین نرفته است.
err-offline = اتصال برقرار نیست. متن شما روی همین دستگاه نگه داشته شده است.
err-code = این کد درست نیست. می‌توانید کد تازه بخواهید.
err-blocked-close = هنوز نمی‌توان شکایت را بست: { $reason }
irreversible = این کار برگشت‌پذیر نیست
empty-inbox = کاری در انتظار شما نیست
empty-search = چیزی پیدا نشد: { $query }
empty-period = در این دوره شکایتی ثبت نشده است
small-sample = تعداد پاسخ‌ها برای نتیجهٔ مطمئن کم است ({ $n })

## management system
management-system = نظام مدیریت
policy = خط‌مشی
objective = هدف
target = مقدار هدف
indicator = شاخص
risk = ریسک
opportunity = فرصت
context = بافت سازمان
interested-party = طرف ذی‌نفع
scope = دامنهٔ کاربرد
procedure = روش اجرایی
process = فرایند
document = سند
record = سابقه
approval = تصویب
effective-date = تاریخ اجرا
training = آموزش
competence = شایستگی
audit = ممیزی
internal-audit = ممیزی داخلی
audit-programme = برنامهٔ ممیزی
audit-plan = طرح ممیزی
audit-criteria = معیارهای ممیزی
audit-finding = یافتهٔ ممیزی
sample = نمونه
conformity = انطباق
nonconformity = عدم انطباق
observation = مشاهده
correction = اصلاح
corrective-action = اقدام اصلاحی
preventive-action = اقدام پیشگیرانه
effectiveness-check = بررسی اثربخشی
effectiveness = اثربخشی
efficiency = کارایی
management-review = بازنگری مدیریت
minutes = صورت‌جلسه
trend = روند
satisfaction = رضایت
gap-analysis = تحلیل شکاف
certification = صدور گواهی‌نامه
certificate = گواهی‌نامه
accreditation = تأیید صلاحیت
on-site-audit = ممیزی در محل
surveillance-audit = ممیزی مراقبتی
recertification = تمدید گواهی‌نامه
dossier = پروندهٔ مستندات
mystery-complaint = شکایت آزمایشی

## journal and proof
journal = دفتر ثبت
journal-entry = ثبت
proof-of-receipt = رسید
proof = گواه
checkpoint = نقطهٔ وارسی
verify = راستی‌آزمایی
intact = دست‌نخورده
altered = دست‌کاری شده
signature = امضای رقمی
journal-check-line = دفتر سالم است، { $n } ثبت

## problem categories (default list, 35)
problem-01 = کالا یا خدمت تحویل نشد
problem-02 = فقط بخشی تحویل شد
problem-03 = تأخیر در تحویل
problem-04 = تأخیر در خدمت
problem-05 = کالای معیوب
problem-06 = خدمت نامناسب
problem-07 = مطابق سفارش نیست
problem-08 = سفارش نداده بودم
problem-09 = خسارت دیده‌ام
problem-10 = ضمانت را نپذیرفتند
problem-11 = خودداری از فروش
problem-12 = خودداری از خدمت
problem-13 = شیوهٔ فروش
problem-14 = اطلاعات نادرست
problem-15 = اطلاعات ناکافی
problem-16 = شیوهٔ پرداخت
problem-17 = قیمت
problem-18 = افزایش قیمت
problem-19 = هزینهٔ اضافی
problem-20 = هزینهٔ بی‌دلیل
problem-21 = شرایط قرارداد
problem-22 = پوشش قرارداد
problem-23 = ارزیابی خسارت
problem-24 = خودداری از پرداخت خسارت
problem-25 = جبران خسارت ناکافی
problem-26 = تغییر قرارداد
problem-27 = اجرای نادرست قرارداد
problem-28 = فسخ قرارداد از سوی شرکت
problem-29 = لغو خدمت
problem-30 = بازپرداخت وام
problem-31 = سود یا بهرهٔ دریافتی
problem-32 = عمل نکردن به قول
problem-33 = صورت‌حساب اشتباه
problem-34 = کندی در رسیدگی به شکایت
problem-35 = موارد دیگر

## remedies (default list, 17 and 'other')
remedy-01 = تحویل کالا یا خدمت
remedy-02 = تعمیر یا انجام دوباره
remedy-03 = تعویض
remedy-04 = لغو خرید
remedy-05 = عمل به ضمانت
remedy-06 = عمل به قول
remedy-07 = انعقاد قرارداد
remedy-08 = فسخ قرارداد
remedy-09 = لغو صورت‌حساب
remedy-10 = ارائهٔ اطلاعات
remedy-11 = اصلاح ارزیابی خسارت
remedy-12 = پرداخت خسارت
remedy-13 = بازپرداخت پیش‌پرداخت
remedy-14 = بازپرداخت وجه دیگر
remedy-15 = کاهش قیمت
remedy-16 = پرداخت قسطی
remedy-17 = عذرخواهی
remedy-18 = موارد دیگر
