# The page of API tokens.
office-tokens = 程式與權杖
office-lead-tokens = 持有權杖的程式可代表某人操作，權限以該人為限。
field-token-name = 用途
field-token-name-hint = 例如程式名稱，日後可據以判斷是否仍需要。
field-token-scope = 可執行的事項
token-scope-all = 該人可做的一切
token-scope-receive = 僅登錄申訴
token-scope-read = 僅供讀取
token-since = 建立時間
token-revoke = 作廢權杖
token-new = 新權杖
token-make = 建立權杖
token-fresh = 新的權杖
token-once = 只在此刻顯示，請複製到程式保存機密之處。
tokens-none = 目前沒有任何程式持有權杖。
refusal-token-name-needed = 請填寫權杖的用途
refusal-no-such-person = 可登入人員中沒有此人，請改選他人。
