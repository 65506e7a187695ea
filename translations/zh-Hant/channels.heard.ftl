# A complaint that somebody of the staff heard.
slice-channels-heard = 員工聽到的客訴
heard = 轉達客訴
office-lead-heard = 有人向您抱怨嗎？請用對方的話寫在這裡，其餘由客訴單位處理，您不必判斷。
heard-pass-on = 轉達
heard-done = 謝謝，已受理，編號：
heard-own = 您轉達的客訴
heard-none = 尚無紀錄。您轉達的客訴與進度會顯示在這裡。
field-heard-story = 對方說了什麼
field-heard-story-hint = 用對方的話：什麼事、在哪裡、何時
field-heard-story-missing = 請寫下對方說了什麼
field-heard-name = 誰提出的
field-heard-name-hint = 對方不願透露時請留空
field-heard-reach = 如何聯絡
field-heard-reach-hint = 電子郵件或電話號碼
field-heard-language = 對方的語言
field-heard-late-reason-when = （較晚轉達時必填）
