# 已存檢視
slice-complaint-views = 已存檢視
views = 已存檢視
views-save = 儲存此清單
views-save-do = 儲存
views-name = 名稱
views-share = 同事也看得到
views-shared = 已分享
views-change = 變更
views-delete = 刪除此檢視
views-deleted = 檢視已刪除。
views-theirs = 同事分享的檢視
views-none = 尚未儲存清單。請開啟清單，篩選或搜尋後選擇「儲存此清單」。
views-problem = 請為檢視取一個至多 { $max } 個字的名稱。每人最多可存 50 個檢視。
refusal-views-too-many = 您已儲存 { $max } 個檢視，已達上限。請先刪除不再需要的檢視。
