# The page of units.
office-units = 부서
office-lead-units = 지점, 차고지, 노선처럼 자기 불만만 보는 조직의 부분입니다.
field-unit-name = 부서 이름
units-none = 부서가 없습니다. 모두 조직 전체를 담당합니다.
unit-new = 새 부서
unit-add = 부서 추가
unit-all = 조직 전체
refusal-unit-name-needed = 부서 이름을 적어 주세요
refusal-unit-name-taken = 같은 이름의 부서가 있습니다. 다른 이름을 적어 주세요.
