# Beside every chart.
chart-table = نمایش به‌صورت جدول
chart-csv = دریافت CSV
