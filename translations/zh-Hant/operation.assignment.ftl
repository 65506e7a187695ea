# 負責案件的人（4.12、4.7）
slice-operation-assignment = 負責人
verb-assignment = 指派
done-assignment = 已記錄指派。
verb-take = 接手
done-take = 這件客訴現在由您負責。
field-nobody = 退回未指派
refusal-assign-one-of-both = 請選擇一位同仁，或退回未指派，兩者擇一。
refusal-assign-to-whom = 請選擇一位同仁，或退回未指派。
refusal-assigned-already = 目前已是如此，不需變更。
refusal-assign-complained-about = 此人為被申訴人員，須由他人處理。請選擇另一位同仁。
refusal-assign-other-unit = 這位同仁屬於其他單位，看不到這件客訴。請選擇本單位的同仁，或先更正單位。
refusal-assign-role = 需要承辦人或主管的角色。請選擇具備此角色的人。
evidence-owner-named = 已有負責人
row-owner = 負責人
owner-nobody = 未指派
timeline-assigned = 指派給：{ $person }
timeline-assigned-nobody = 退回未指派
