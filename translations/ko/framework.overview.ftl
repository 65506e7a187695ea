# The map of clauses 4 to 8, with the evidence for each.
clause-map = 조항별 현황
clause-map-lead = 조항마다 어떤 업무 화면이 담당하는지, 기록에 증거가 얼마나 있고 최신 증거가 언제인지 보여 줍니다. 이 화면은 세기만 하며, 적합 여부는 심사원이 판단합니다.
clause-map-count = 조항: { $n }개, 아직 증거 없음: { $without }개
clause-map-clause = 조항
clause-map-rooms = 담당 화면
clause-map-evidence = 증거
clause-map-newest = 최신
clause-map-no-room = 아직 담당 화면 없음
clause-map-none = 아직 증거 없음
clause-map-facts = 기록: { $n }건
slice-complaint-inbox = 불만 목록
slice-complaint-search = 검색
slice-complaint-desk = 업무 화면
slice-channels-api = 외부 시스템 접수
slice-channels-how = 불만 처리 안내
slice-channels-web-form = 온라인 접수 양식
slice-channels-phone = 전화 및 창구 접수
