# Beside every chart.
chart-table = 표로 보기
chart-csv = CSV 내려받기
