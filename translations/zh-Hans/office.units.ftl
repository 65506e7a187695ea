# The page of units.
office-units = 部门
office-lead-units = 组织的一部分，其人员只能看到本部门及下属部门的投诉：车场、分店、线路等。
field-unit-name = 部门名称
field-unit-above = 上级部门
field-unit-above-hint = 属于上级部门的人员也能看到这个部门的投诉。
unit-below = 上级部门：
unit-change = 改名或移动
units-none = 尚无部门，所有人都负责整个组织。
unit-new = 新部门
unit-add = 添加部门
unit-all = 整个组织
refusal-unit-name-needed = 请填写部门名称
refusal-unit-name-taken = 已有同名部门，请改用其他名称。
refusal-unit-below-itself = 部门不能隶属于自己或自己的下属部门。请选择其他部门。
