# The page of units.
office-units = 部门
office-lead-units = 组织中只看自身投诉的部分，例如场站、分公司或线路。
field-unit-name = 部门名称
units-none = 尚无部门，所有人都负责整个组织。
unit-new = 新部门
unit-add = 添加部门
unit-all = 整个组织
refusal-unit-name-needed = 请填写部门名称
refusal-unit-name-taken = 已有同名部门，请改用其他名称。
