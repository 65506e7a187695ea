# 
second-act-retention = Other retention periods
