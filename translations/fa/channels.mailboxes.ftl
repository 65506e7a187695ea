# The mail ledger: what was fetched, once, and what became of it.
slice-channels-mailboxes = دفتر ثبت رایانامه‌ها
fact-mail-taken = رایانامه دریافت شد
fact-mail-sorted = سرنوشت رایانامه تعیین شد
fact-mailbox-reconciled = صندوق رایانامه با دفتر ثبت تطبیق داده شد
office-mailboxes = صندوق‌های رایانامه
office-mailbox = صندوق رایانامه
office-mailbox-new = صندوق تازه
office-lead-mailboxes = شکایت‌ها با رایانامه به اینجا می‌رسند. هر رایانامه یک بار در دفتر ثبت می‌آید.
office-mail-ledger = دفتر ثبت رایانامه‌ها
office-lead-mail-ledger = هر رایانامه‌ای که به صندوق‌های ما رسیده و سرنوشت آن. چیزی دور ریخته نمی‌شود.
field-mailbox-name = نام
field-mailbox-name-hint = نامی که همکاران به کار می‌برند.
field-mailbox-address = نشانی رایانامه
field-mailbox-address-hint = نشانی‌ای که مردم به آن می‌نویسند. هرچه از آن برسد از خود ماست و شکایت شمرده نمی‌شود.
field-mailbox-kind = راه رسیدن رایانامه
mailbox-kind-imap = نرم‌افزار آن را از کارساز می‌گیرد (IMAP)
mailbox-kind-smtp = کارساز آن را به اینجا می‌آورد (SMTP)
mailbox-kind-lmtp = کارسازی در همین شبکه آن را تحویل می‌دهد (LMTP)
field-mailbox-host = کارساز
field-mailbox-host-hint = برای گرفتن: نام کارساز، مانند ⁦imap.example.org⁩. برای پذیرفتن: نشانی این رایانه که روی آن منتظر می‌ماند، مانند ⁦127.0.0.1⁩.
field-mailbox-port = درگاه
field-mailbox-port-hint = برای گرفتن معمولاً ۹۹۳ یا ۱۴۳.
field-mailbox-security = رمزنگاری
field-mailbox-user = نام کاربری
field-mailbox-user-when = (برای گرفتن)
field-mailbox-way = راه ورود
mailbox-way-password = با گذرواژه
mailbox-way-token = با ژتون دسترسی (⁦OAuth 2.0⁩، ⁦XOAUTH2⁩)
field-mailbox-secret = گذرواژه یا ژتون
field-mailbox-secret-when = (برای گرفتن)
mailbox-secret-kept = ثبت شده است. برای نگه داشتن آن خالی بگذارید؛ دیگر نشان داده نمی‌شود.
mailbox-secret-sealed = با پروندهٔ کلید مهر می‌شود، بیرون از دفتر رویدادها می‌ماند و دیگر نشان داده نمی‌شود.
field-mailbox-token-until = آخرین روز ژتون
field-mailbox-token-until-hint = یک هفته پیش از آن خبر می‌دهیم.
field-mailbox-folder = پوشه
field-mailbox-after = پس از آن در کارساز
mailbox-after-leave = هیچ: رایانامه همان‌گونه می‌ماند
mailbox-after-seen = خوانده‌شده نشان می‌خورد
mailbox-after-move = به پوشهٔ دیگری می‌رود
field-mailbox-move-to = پوشهٔ دیگر
field-mailbox-poll = فاصلهٔ دو نگاه به ثانیه
field-mailbox-poll-hint = برای کارسازهایی که خودشان از رایانامهٔ تازه خبر نمی‌دهند.
field-mailbox-silent = پس از چند روز سکوت خبر داده شود
field-mailbox-silent-hint = اگر این چند روز رایانامه‌ای نرسد، در برگهٔ سلامت می‌آید.
field-mailbox-authserv = نامی که کارساز زیر بررسی‌های خود می‌نویسد
field-mailbox-authserv-hint = نخستین واژهٔ Authentication-Results در رایانامه‌ای که رسیده است. فقط آنچه زیر این نام آمده باور می‌شود؛ بدون آن هیچ‌چیز.
field-mailbox-authority = گواهی مرجع خودتان
field-mailbox-authority-hint = فقط اگر گواهی کارساز را سازمان خودتان داده باشد (PEM). از آن پس برای این صندوق فقط همین مرجع معتبر است.
field-mailbox-unit = واحد شکایت‌های تازه
field-mailbox-unit-hint = نخست همکاران همین واحد آن‌ها را می‌بینند.
field-mailbox-language = زبان این صندوق
field-mailbox-language-hint = برای رایانامه‌هایی که زبانشان روشن نیست.
field-mailbox-plus = کارساز نشانی‌های دارای + را می‌پذیرد
field-mailbox-plus-hint = آنگاه پاسخ از روی نشانی‌اش شکایت خود را پیدا می‌کند.
field-mailbox-active = روشن
problem-mailbox-listen = برای پذیرفتن رایانامه نشانی همین رایانه را بنویسید، مانند ⁦127.0.0.1⁩
problem-mailbox-authority = همهٔ گواهی را از BEGIN CERTIFICATE بچسبانید.
refusal-mailboxes-too-many = بیش از این صندوقی جا نمی‌شود. یکی را که دیگر لازم نیست ببندید.
refusal-mailbox-name-taken = صندوق دیگری این نام را دارد. نام دیگری برگزینید.
refusal-mailbox-address-taken = رایانامه‌های این نشانی را صندوق دیگری می‌پذیرد.
mailboxes-none = هنوز صندوقی خوانده نمی‌شود: شکایت‌ها با رایانامه به اینجا نمی‌رسند. یکی بیفزایید و همان‌جا بیازمایید.
mailbox-add = افزودن صندوق
mailbox-state = وضعیت
mailbox-looked = آخرین نگاه
mailbox-compared = در دفتر، از آنچه در کارساز است
mailbox-compared-line = { $accounted } از { $server }
mailbox-newest = تازه‌ترین رایانامه
mailbox-unsorted = در انتظار نگاه
mailbox-off = خاموش
mailbox-well = کار می‌کند
mailbox-untried = هنوز آزموده نشده
mailbox-stands = چگونه است
mailbox-ledger-of = رایانامه‌های این صندوق
mailbox-try = آزمودن دریافت
mailbox-try-lead = صندوق هم‌اکنون با تنظیم‌های ذخیره‌شدهٔ پایین باز می‌شود. در کارساز چیزی تغییر نمی‌کند.
mailbox-try-now = آزمون دریافت
mailbox-tried = نتیجهٔ آزمون
mailbox-tried-unread = تازه‌ترین رایانامه خوانده نشد. گزارش کارساز را ببینید.
mailbox-tried-idle = کارساز خودش از رایانامهٔ تازه خبر می‌دهد.
mailbox-tried-asks = کارساز خودش خبر نمی‌دهد؛ گاه‌به‌گاه از آن پرسیده می‌شود.
mailbox-terms = تنظیم‌ها
mailbox-seldom = تنظیم‌های بیشتر
mailbox-close = بستن صندوق
mailbox-close-lead = دیگر خوانده نمی‌شود و گذرواژه پاک می‌شود. رایانامه‌هایش در دفتر ثبت می‌مانند.
office-done-mailbox-added = صندوق افزوده شد. اکنون آن را بیازمایید.
office-done-mailbox-opened = صندوق افزوده شد. اکنون پیامی به آن بفرستید: تا چند ثانیهٔ دیگر در دفتر دیده می‌شود.
office-done-mailbox-closed = صندوق بسته شد.
dialogue = گفت‌وگو
dialogue-without = بدون گذرواژه، ژتون و متن رایانامه‌ها.
dialogue-ours = ما
dialogue-theirs = کارساز
dialogue-connected = وصل شد
dialogue-encrypted = از اینجا رمزدار است
mailbox-fault-unknown = نام کارساز به جایی نمی‌رسد. آن را بررسی کنید.
mailbox-fault-out-of-bounds = به این نشانی وصل نمی‌شویم: بی‌رمز فقط همین رایانه، و هرگز جایی که ابرها کلید نگه می‌دارند.
mailbox-fault-not-reached = کسی پاسخ نمی‌دهد. نام و درگاه و دسترسی این رایانه را بررسی کنید.
mailbox-fault-slow = کارساز بیش از اندازه کند است. باز هم می‌کوشیم.
mailbox-fault-cut = ارتباط در میانه برید. از همان‌جا دنبال می‌کنیم.
mailbox-fault-certificate-expired = گواهی کارساز سر رسیده است. گردانندهٔ آن باید تازه‌اش کند.
mailbox-fault-certificate-not-yet-valid = گواهی کارساز هنوز معتبر نیست. ساعت هر دو رایانه را بررسی کنید.
mailbox-fault-certificate-other-name = گواهی کارساز به نام دیگری است. نامی را که در آن است بنویسید.
mailbox-fault-certificate-unknown-issuer = امضاکنندهٔ گواهی کارساز را نمی‌شناسیم. اگر مرجع خودتان است، گواهی آن را پایین بچسبانید.
mailbox-fault-certificate-bad = گواهی کارساز به کار نمی‌آید. گردانندهٔ آن باید نگاه کند.
mailbox-fault-not-tls = کارساز هست، ولی این درگاه رمزدار نیست. رمزنگاری یا درگاه دیگری برگزینید.
mailbox-fault-no-starttls = کارساز اینجا رمزنگاری ندارد. رمزنگاری از آغاز (TLS) را برگزینید، معمولاً درگاه ۹۹۳.
mailbox-fault-not-imap = چیزی پاسخ می‌دهد، ولی کارساز IMAP نیست. نام و درگاه را بررسی کنید.
mailbox-fault-login-refused = کارساز نام کاربری و گذرواژه یا ژتون را نمی‌پذیرد. دوباره بنویسید.
mailbox-fault-no-way-in = کارساز راه ورودی که بشناسیم ندارد. از فراهم‌کننده بپرسید گذرواژه یا ژتون (⁦XOAUTH2⁩) را می‌پذیرد یا نه.
mailbox-fault-busy = کارساز سرش شلوغ است یا اتصال کمی می‌پذیرد. باز هم می‌کوشیم.
mailbox-fault-goodbye = کارساز خودش قطع کرد. باز هم می‌کوشیم.
mailbox-fault-no-folder = چنین پوشه‌ای نیست. نام آن را بررسی کنید.
mailbox-fault-refused = کارساز فرمانی را نپذیرفت. گفت‌وگوی آزمون را ببینید.
mailbox-fault-senseless = سخن کارساز برای ما معنا ندارد. گفت‌وگوی آزمون را ببینید.
mailbox-fault-renumbered = کارساز از نو شماره می‌زند. هر رایانامه دوباره دیده و بازشناخته می‌شود.
mailbox-fault-too-large = رایانامه‌ای از اندازهٔ پذیرفتنی بزرگ‌تر است. در کارساز می‌ماند و آغازش در دفتر ثبت است.
mailbox-fault-not-kept = انبار خود ما اکنون چیزی نمی‌پذیرد؛ پس چیزی گرفته نمی‌شود و چیزی گم نمی‌شود. دیگر سطرهای سلامت را ببینید.
mailbox-fault-ended = خواندن این صندوق به دلیلی پیش‌بینی‌نشده پایان یافت. تا دو دقیقهٔ دیگر خود از سر گرفته می‌شود؛ چیزی گم نمی‌شود.
mailbox-fault-not-listening = این نشانی و درگاه باز نمی‌شود: گرفته شده یا از این رایانه نیست. دیگری برگزینید.
mailbox-fault-unmarked = رایانامه‌ها رسیده‌اند، ولی کارساز نمی‌گذارد نشانشان بزنیم یا جابه‌جا کنیم. بخش پس از آن را بررسی کنید.
mailbox-fault-no-credential = گذرواژه یا ژتون نیست، شاید پس از بازگردانی. دوباره بنویسید.
mailbox-found-not-compared = دو روز است که دفتر ثبت با کارساز تطبیق داده نشده است.
mailbox-found-token-ended = ژتون به پایان رسیده است. ژتون تازه‌ای بنویسید.
health-mailboxes = صندوق‌های رایانامه
health-mailboxes-need = صندوق‌هایی که کسی باید به آن‌ها برسد: { $names }
health-mailboxes-need-remedy = در بخش مدیریت «صندوق‌های رایانامه» را باز کنید: کنار هر یک آمده که چه شده و چه باید کرد.
mail-fate-unsorted = هنوز کسی ندیده است
mail-fate-copy = رونوشت رایانامه‌ای دیگر
mail-fate-quarantined = کنار گذاشته شده تا کسی تصمیم بگیرد
mail-fate-not-a-complaint = شکایت نیست
ledger-fate = سرنوشت
ledger-all-fates = همه
ledger-all-mailboxes = همهٔ صندوق‌ها
ledger-message-id = شناسهٔ رایانامه (Message-ID)
ledger-filter = نمایش
ledger-none = رایانامه‌ای نیست. هرچه به صندوق برسد در چند ثانیه اینجا می‌آید.
ledger-arrived = رسیده
ledger-size = اندازه
ledger-older = رایانامه‌های قدیمی‌تر
fact-mailbox-added = صندوق رایانامه افزوده شد
fact-mailbox-changed = تنظیم‌های صندوق رایانامه تغییر کرد
fact-mailbox-closed = صندوق رایانامه بسته شد
mailbox-tried-opened = { $n ->
    [0] پوشه باز شد. خالی است.
    [one] پوشه باز شد. { $n } رایانامه در آن است.
   *[other] پوشه باز شد. { $n } رایانامه در آن است.
}
mailbox-found-missed = { $n ->
    [one] { $n } رایانامه در کارساز بود که در دفتر ثبت نبود. همان هنگام گرفته شد.
   *[other] { $n } رایانامه در کارساز بود که در دفتر ثبت نبود. همان هنگام گرفته شدند.
}
mailbox-found-unreadable = { $n ->
    [one] { $n } رایانامه در انتظار کسی است که آن را بخواند.
   *[other] { $n } رایانامه در انتظار کسی است که آن‌ها را بخواند.
}
mailbox-found-silent = { $n ->
    [one] { $n } روز است چیزی نرسیده است. رایانامه‌ای به این نشانی بفرستید و ببینید می‌رسد یا نه.
   *[other] { $n } روز است چیزی نرسیده است. رایانامه‌ای به این نشانی بفرستید و ببینید می‌رسد یا نه.
}
mailbox-found-token-ends = { $n ->
    [one] ژتون تا { $n } روز دیگر به پایان می‌رسد. پیش از آن ژتون تازه‌ای بنویسید.
   *[other] ژتون تا { $n } روز دیگر به پایان می‌رسد. پیش از آن ژتون تازه‌ای بنویسید.
}
health-mailboxes-ok = { $n ->
    [one] { $n } صندوق خوانده می‌شود.
   *[other] { $n } صندوق خوانده می‌شود.
}
