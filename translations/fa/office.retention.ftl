# 
second-act-retention = دوره‌های نگهداری دیگر
