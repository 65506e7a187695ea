# The frame of every letter: greeting, ways to reach us, ways on.
letter-greeting = { $name } گرامی،
letter-greeting-nameless = با سلام،
letter-contact = اگر پرسشی دارید، این شمارهٔ پیگیری را بگویید: { $reference }
letter-contact-page = پیگیری شکایت: { $page }
letter-contact-phone = تلفن: { $phone }
letter-contact-email = رایانامه: { $email }
letter-contact-address = نشانی: { $address }
letter-external = اگر با ما هم‌نظر نیستید، می‌توانید به این مرجع بیرونی حل اختلاف هم مراجعه کنید:
letter-external-unnamed = اگر با ما هم‌نظر نیستید، می‌توانید به یک مرجع بیرونی حل اختلاف، مانند نهاد حمایت از مصرف‌کننده، هم مراجعه کنید. از ما بپرسید تا بگوییم کدام مرجع مسئول است.
letter-free = شکایت برای شما هزینه‌ای ندارد و زیانی به شما نمی‌رساند.
letter-review = اگر با پاسخ ما موافق نیستید، می‌توانید رایگان درخواست بازنگری داخلی کنید. آنگاه کسی که در پاسخ نقشی نداشته است شکایت شما را دوباره می‌بیند.
letter-reviewed = کسی که در پاسخ نخست نقشی نداشته است شکایت شما را بازنگری کرد. در سازمان ما بازنگری دیگری نیست.
letter-response-due = پاسخ کامل ما تا { $date } به شما می‌رسد. اگر زمان بیشتری لازم باشد، پیش از آن به شما خبر می‌دهیم.
letter-next-update = حتی اگر خبر تازه‌ای نباشد، حداکثر تا { $date } به شما خبر می‌دهیم.
