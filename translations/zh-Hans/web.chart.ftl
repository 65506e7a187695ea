# Beside every chart.
chart-table = 以表格显示
chart-csv = 下载 CSV
