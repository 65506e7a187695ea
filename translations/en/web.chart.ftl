# Beside every chart.
chart-table = Show as table
chart-csv = Download as CSV
