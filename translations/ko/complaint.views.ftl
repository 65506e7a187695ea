# 저장한 보기
slice-complaint-views = 저장한 보기
views = 저장한 보기
views-save = 이 목록 저장
views-save-do = 저장
views-name = 이름
views-share = 동료에게도 표시
views-shared = 공유됨
views-change = 변경
views-delete = 이 보기 삭제
views-deleted = 보기를 삭제했습니다.
views-theirs = 동료가 공유한 보기
views-none = 아직 저장한 목록이 없습니다. 목록을 열어 거르거나 검색한 뒤 “이 목록 저장”을 눌러 주세요.
views-problem = 보기 이름을 최대 { $max }자로 적어 주세요. 한 사람이 저장할 수 있는 보기는 50개까지입니다.
refusal-views-too-many = 저장할 수 있는 보기 { $max }개를 모두 쓰고 있습니다. 필요 없는 보기를 먼저 삭제해 주세요.
