# The page of units.
office-units = 單位
office-lead-units = 組織的一部分，其人員只看得到自己單位及下屬單位的客訴：車廠、分店、路線等。
field-unit-name = 單位名稱
field-unit-above = 上級單位
field-unit-above-hint = 屬於上級單位的人員也看得到這個單位的客訴。
unit-below = 上級單位：
unit-change = 改名或移動
units-none = 尚無單位，所有人都負責整個組織。
unit-new = 新單位
unit-add = 新增單位
unit-all = 整個組織
refusal-unit-name-needed = 請填寫單位名稱
refusal-unit-name-taken = 已有同名單位，請改用其他名稱。
refusal-unit-below-itself = 單位不能隸屬於自己或自己的下屬單位。請選擇其他單位。
