# 各管道共用：收件證明
proof-title = 收件證明
proof-what-for = 這證明您的客訴在當時已記入我們的存證紀錄。日後若有人更改或刪除，紀錄就會與這份文件不符。請妥善保存。
proof-size = 紀錄總筆數
proof-mark = 紀錄項目的識別值
proof-root = 紀錄根值
proof-checkpoint = 已簽署的檢查點
proof-file = 將證明存成檔案
