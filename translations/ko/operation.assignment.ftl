# 불만을 맡은 사람 (4.12, 4.7)
slice-operation-assignment = 책임자
verb-assignment = 배정
done-assignment = 배정을 기록했습니다.
verb-take = 인계받기
done-take = 이제 이 불만을 담당합니다.
field-nobody = 담당 해제
refusal-assign-one-of-both = 동료를 선택하거나 담당을 해제해 주세요. 둘 다 선택할 수는 없습니다.
refusal-assign-to-whom = 동료를 선택하거나 담당을 해제해 주세요.
refusal-assigned-already = 이미 그렇게 배정되어 있습니다. 바꿀 것이 없습니다.
refusal-assign-complained-about = 이 불만의 대상인 직원입니다. 다른 사람이 처리해야 합니다. 다른 동료를 선택해 주세요.
refusal-assign-other-unit = 다른 부서의 동료라 이 불만을 볼 수 없습니다. 이 부서의 동료를 선택하거나 먼저 부서를 정정해 주세요.
refusal-assign-role = 담당자 또는 관리자 역할이 필요합니다. 해당 역할이 있는 사람을 선택해 주세요.
evidence-owner-named = 책임자가 정해짐
row-owner = 책임자
owner-nobody = 미배정
timeline-assigned = 배정: { $person }
timeline-assigned-nobody = 담당 해제
