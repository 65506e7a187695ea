# What is being written and has not been sent.
composing-saved = ذخیره شد: { $at }
composing-local = روی همین دستگاه نگه داشته شد
