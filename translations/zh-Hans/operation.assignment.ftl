# 负责投诉件的人（4.12、4.7）
slice-operation-assignment = 负责人
verb-assignment = 分派
done-assignment = 已记录分派。
verb-take = 接手
done-take = 这件投诉现在由您负责。
field-nobody = 退回未分派
refusal-assign-one-of-both = 请选择一位同事，或退回未分派，两者选一。
refusal-assign-to-whom = 请选择一位同事，或退回未分派。
refusal-assigned-already = 目前已是如此，无需变更。
refusal-assign-complained-about = 此人为被投诉人员，须由他人处理。请选择另一位同事。
refusal-assign-other-unit = 这位同事属于其他部门，看不到这件投诉。请选择本部门的同事，或先更正部门。
refusal-assign-role = 需要经办人或主管的角色。请选择具备此角色的人。
evidence-owner-named = 已有负责人
row-owner = 负责人
owner-nobody = 未分派
timeline-assigned = 分派给：{ $person }
timeline-assigned-nobody = 退回未分派
