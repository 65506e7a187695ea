# The way back in without the second factor.
office-recovery = گم شدن عامل دوم
recovery-of = درخواست‌کننده: { $name }
recovery-asked = این شخص گذرواژهٔ درست را نوشته است و می‌گوید عامل دوم گم شده است. زمان درخواست:
recovery-lead = خودتان مطمئن شوید که همین شخص است؛ رایانامه کافی نیست. با رایانامه به او گفته می‌شود که پیوندی ساخته‌اید.
field-recovery-checked = چگونه مطمئن شدید؟
field-recovery-checked-hint = همراه نام شما در سوابق می‌ماند.
recovery-checked-in-person = رو در رو دیدم
recovery-checked-called-back = به شماره‌ای که داریم زنگ زدم
recovery-checked-video = در تماس تصویری دیدم
recovery-checked-vouched = سرپرست او تأیید کرد
recovery-grant = ساختن پیوند
recovery-once = فقط همین حالا نشان داده می‌شود و یک بار تا یک روز کار می‌کند. خودتان به او بدهید؛ با رایانامه نفرستید.
recovery-anew = آغاز دوباره
recovery-anew-lead = گذرواژهٔ تازه برگزینید. عامل‌های دوم پیشین باطل می‌شود و سپس یکی تازه می‌گذارید.
recovery-begin = گذاشتن گذرواژه
refusal-own-recovery = خودتان را نمی‌توانید تأیید کنید. از مدیر سامانهٔ دیگر یا گردانندهٔ کارساز بخواهید.
refusal-recovery-not-asked = این شخص درخواستی نکرده است. نخست با گذرواژه وارد می‌شود و همان‌جا می‌خواهد؛ اگر گذرواژه فراموش شده است، پیش از آن پیوند تازه بدهید.
