# 
second-act-retention = 其他保存期限
