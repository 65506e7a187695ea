# The page of units.
office-units = 부서
office-lead-units = 소속 직원이 자기 부서와 하위 부서의 불만만 볼 수 있는 조직 단위: 차고지, 지점, 노선 등.
field-unit-name = 부서 이름
field-unit-above = 상위 부서
field-unit-above-hint = 상위 부서에 속한 사람은 이 부서의 불만도 볼 수 있습니다.
unit-below = 상위 부서:
unit-change = 이름·위치 변경
units-none = 부서가 없습니다. 모두 조직 전체를 담당합니다.
unit-new = 새 부서
unit-add = 부서 추가
unit-all = 조직 전체
refusal-unit-name-needed = 부서 이름을 적어 주세요
refusal-unit-name-taken = 같은 이름의 부서가 있습니다. 다른 이름을 적어 주세요.
refusal-unit-below-itself = 부서는 자기 자신이나 자신의 하위 부서 아래에 둘 수 없습니다. 다른 부서를 선택해 주세요.
