# Beside every chart.
chart-table = 以表格顯示
chart-csv = 下載 CSV
