# The page of units.
office-units = 單位
office-lead-units = 組織中只看自身客訴的部分，例如場站、分公司或路線。
field-unit-name = 單位名稱
units-none = 尚無單位，所有人都負責整個組織。
unit-new = 新單位
unit-add = 新增單位
unit-all = 整個組織
refusal-unit-name-needed = 請填寫單位名稱
refusal-unit-name-taken = 已有同名單位，請改用其他名稱。
