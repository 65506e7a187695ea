# 8.4 Monitoring: the eight figures of annex H.
monitoring = پایش
monitoring-lead = هشت شاخص پیوست ⁦H⁩ از دو نگاه: شکایت‌های دریافت‌شده در این دوره و شکایت‌های بسته‌شده در آن.
monitoring-figure = شاخص
monitoring-received = از دریافت‌شده‌ها
monitoring-closed = از بسته‌شده‌ها
monitoring-before = دورهٔ پیشین
monitoring-cautions = چگونه بخوانیم
monitoring-caution-received = بر پایهٔ دریافت: باز نگه داشتن پرونده چیزی را بهتر نشان نمی‌دهد، چون شکایت‌های باز و دیرشده هم شمرده می‌شوند.
monitoring-caution-closed = بر پایهٔ بستن: آنچه در این دوره به پایان رسید، هر زمان که رسیده باشد. کنار شکایت‌های باز و گذشته از مهلت بخوانید: { $n }.
monitoring-caution-fewer = کمتر شدن شکایت‌ها به خودی خود بهتر نیست: شاید مردم دیگر شکایت نمی‌کنند یا راهی برای آن نمی‌یابند.
monitoring-caution-time = پاسخ سریع نشان می‌دهد فرایند چگونه کار می‌کند، نه اینکه شاکی راضی بود.
monitoring-caution-few = برای کمتر از پنج شکایت درصدی داده نمی‌شود؛ برای کمتر از سی شکایت، بازهٔ احتمالی درصد واقعی در کنار آن می‌آید.
