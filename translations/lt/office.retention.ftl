# 
second-act-retention = Kiti saugojimo terminai
