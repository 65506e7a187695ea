# 相關申訴
slice-complaint-related = 尋找相關申訴
related-title = 可能相關的先前申訴
related-heading = 相關申訴
related-lead = 電子郵件、電話或姓名相同，或內容相近的申訴。不會自動連結，請開啟比對。
related-none = 沒有相近的先前申訴。
related-look = 尋找相關申訴
related-same-email = 電子郵件相同
related-same-phone = 電話相同
related-same-name = 姓名相同
related-same-words = 內容相近
