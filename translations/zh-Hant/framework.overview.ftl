# The map of clauses 4 to 8, with the evidence for each.
clause-map = 條文對照
clause-map-lead = 顯示各條文由哪些功能負責、紀錄中有多少證據、最新證據為何時。本頁只計數，是否符合由稽核員判斷。
clause-map-count = 條文：{ $n } 條，尚無證據：{ $without } 條
clause-map-clause = 條文
clause-map-rooms = 負責功能
clause-map-evidence = 證據
clause-map-newest = 最新
clause-map-no-room = 系統尚無對應功能
clause-map-none = 尚無證據
clause-map-facts = 紀錄：{ $n } 筆
slice-complaint-inbox = 客訴清單
slice-complaint-search = 搜尋
slice-complaint-desk = 工作台
slice-channels-api = 由其他系統收件
slice-channels-how = 客訴處理說明
slice-channels-web-form = 線上申訴表單
slice-channels-phone = 電話與臨櫃受理
