# 
second-act-retention = 다른 보존 기간
