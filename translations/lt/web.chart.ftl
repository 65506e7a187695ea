# Beside every chart.
chart-table = Rodyti kaip lentelę
chart-csv = Atsisiųsti CSV
