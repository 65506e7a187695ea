# 불만에 적힌 모든 내용으로 찾기

## 쌍점 앞에 입력하는 검색어 (한 단어)
search-op-from = 신청인
search-op-is = 상태
search-op-due = 기한
search-op-category = 유형
search-op-unit = 부서

## “상태:” 뒤에 올 수 있는 말
search-is-open = 진행중
search-is-mine = 내업무
search-is-unassigned = 미배정
search-is-today = 오늘
search-is-overdue = 기한초과
search-is-waiting = 대기
search-is-safety = 안전

## 찾은 결과
search-count = { $n ->
   *[other] 불만 { $n }건을 찾았습니다
}
search-count-most = 찾은 불만: { $most }건 이상
search-newest = 최신순
search-best = 일치도순
search-partial = 이 단어가 있는 최신 글 { $most }개까지만 확인했습니다. 더 찾으려면 단어를 추가해 주세요.
search-not-used = 이해하지 못해 사용하지 않은 부분: { $part }
search-in-complaint = 불만 내용
search-in-message = 신청인 메시지
search-in-letter = 발신 메시지
search-in-note = 메모
search-in-handling = 처리 기록

## 결과가 없거나 아직 입력하지 않았을 때
search-tips = 검색 방법
search-tip-words = 모든 단어가 같은 글 또는 신청인 성함이나 제목에 있어야 합니다. 대소문자는 구분하지 않습니다.
search-tip-fewer = 단어 수를 줄이거나 접수번호의 일부를 입력해 보세요.
search-tip-phrase = 이어진 단어
search-tip-without = 이 단어가 있는 글 제외
search-tip-from = 신청인의 성함 또는 주소
search-tip-is = 불만의 처리 상태
search-tip-due = 3일 안에 기한이 되는 불만
search-tip-category = 불만 유형의 번호 또는 이름
search-tip-unit = 한 부서의 불만
search-sample-phrase = 두 번째 방문
search-sample-without = 납부
search-sample-from = 김서연
search-sample-category = 요금
search-sample-unit = 북부
search-is-significant = 중대
