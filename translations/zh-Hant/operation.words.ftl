# 第 7 章各步驟共用的欄位名稱
field-category = 問題類別
field-colleague = 同仁
field-due-on = 期限
field-files = 檔案
field-issue = 申訴事項
field-product = 產品或服務
field-rationale = 判斷依據
field-reason = 理由
field-text = 內容
