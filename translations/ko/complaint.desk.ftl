# The desk: the rail, the list, the case page.

## The rail and the list
desk-queues = 목록
desk-waits = 회신 대기
desk-more = 기타
desk-outbox = 우편·전화 발송
desk-admin = 관리
desk-found = 검색 결과
desk-found-for = 검색어: { $query }
desk-open-count = 진행 중 { $n }건
desk-sort-due = 기한순 정렬
desk-sort-received = 접수순 정렬
desk-filter-on = 보기
desk-filter-off = 필터 해제
desk-any = 전체
desk-by-stage = 처리 단계
desk-by-channel = 접수 경로
desk-by-language = 언어
desk-by-category = 불만 유형
desk-by-priority = 우선순위
desk-by-owner = 책임자
desk-pages = 목록 페이지
desk-first-page = 첫 페이지
desk-next-page = 다음 페이지
desk-nameless = 이름 없음
desk-needs-reply = 신청인이 답변을 기다립니다
desk-choose = 목록에서 불만을 선택해 주세요.
desk-empty-mine = 처리할 업무가 없습니다. 책임자가 없는 불만이 { $n }건 있습니다. ‘미배정’ 목록에서 맡아 주세요.
desk-empty-filter = 조건에 맞는 불만이 없습니다. 필터를 하나 해제하거나 다른 목록을 확인해 주세요.
desk-empty-all = 진행 중인 불만이 없습니다. 새 불만은 ‘불만 등록’에서 접수합니다.

## The head of a case
desk-owner = 책임자: { $name }
desk-no-owner = 책임자 없음
desk-no-subject = 제목 없는 불만
desk-acts = 다음 단계
desk-stages = 제7장의 단계
desk-step-receipt = 접수
desk-step-tracking = 추적
desk-step-assessment = 초기평가
desk-step-response = 대응
desk-step-closing = 종결
desk-step-done = 완료

## A form that came back
desk-changed = 작성하시는 동안 이 불만의 내용이 바뀌었습니다
desk-changed-how = 아직 아무것도 기록되지 않았습니다. 그동안의 변경 내용은 다음과 같으며, 작성하신 내용은 아래 양식에 그대로 있습니다.
desk-changed-form = 작성한 내용으로 이동
desk-files-again = 작성하신 내용은 그대로 있습니다. 파일은 다시 선택해 주세요.
desk-undo-window = { $seconds }초 후에 메시지를 보냅니다.

## The timeline
desk-system = Redress(자동)
desk-former-colleague = 이전 직원
desk-occurred = 발생 시각: { $at }
desk-erased = 내용은 파기되었고 존재 사실만 기록에 남아 있습니다.
desk-file = 파일
desk-file-erased = 파기된 파일
desk-file-odd = 이름과 내용의 종류가 맞지 않습니다. 조심해서 열어 주세요.
desk-unreadable = 더 새로운 버전에서 작성되어 표시할 수 없는 기록: { $n }건
desk-message-queued = 발송 대기
desk-message-sent = 발송됨
desk-message-failed = 발송 실패
desk-message-withdrawn = 회수됨
desk-print-letter = 편지 인쇄
desk-preview-note = 촬영 위치, 기기 같은 숨은 정보를 뺀 그림입니다. 원본은 그대로 봉인되어 있으며 위 링크에서 내려받을 수 있습니다.

## Composers and panels
desk-compose = 작성
desk-panels = 단계별 처리와 기록
desk-not-yet = 지금 할 수 없는 단계 { $n }건과 그 이유

## Beside the timeline
desk-side = 불만 정보
desk-name = 이름
desk-email = 이메일
desk-phone = 전화
desk-address = 주소
desk-authority = 대리 권한
desk-about = 불만
desk-channel = 접수 경로
desk-received = 접수 일시
desk-recorded = 등록 일시
desk-late-reason = 늦게 등록한 이유
desk-wish = 원하는 조치
desk-remedies = 원하는 구제 조치
desk-dates = 기한
desk-due-assessment = 초기평가
desk-due-closure = 종결
desk-kept-until = 보존 기한
desk-kept-over = 보존 기간이 지났습니다.
desk-not-needed = 해당 없음
desk-evidence = 보관된 증빙
desk-on-file = 보관됨
desk-missing = 아직 없음
desk-files = 파일
desk-links = 관련 불만
desk-links-more = 그 밖의 연결: { $n }건
desk-journal = 기록 원장
desk-sealed = 이 불만의 기록: { $entries }건. 전체 기록: { $all }건.
desk-proof = 증명 파일 저장(JSON)
timeline-dates-recounted = 업무 달력과 목표 기한에 따라 기한을 다시 계산
desk-recounting = 기한을 다시 계산하는 중입니다({ $total }건 중 { $done }건). 각 불만의 화면은 이미 새 기한이며 목록과 지표는 차례로 바뀝니다.
desk-previous-case = 이전 건
desk-next-case = 다음 건
desk-to-list = 목록
desk-copy-reference = 접수번호 복사
desk-copied = 접수번호를 복사했습니다.
desk-diff = 내 글과 다른 담당자의 글 비교
desk-diff-how = 취소선: 다른 담당자의 글에만 있는 부분. 밑줄: 내 글에만 있는 부분. 두 글은 모두 보존됩니다.

## A group with one cause
group-title = 원인이 같은 불만
group-lead-is = 대표 불만:
group-all = 이 묶음의 모든 불만
group-investigation = 묶음 전체의 조사
group-source = 기록된 곳:
group-nothing-yet = 아직 기록된 내용이 없습니다.
group-evidence = 증거
group-files = 파일 { $n }개
group-own-answer = 답변은 신청인마다 따로 하며 기한은 그대로입니다.
group-empty = 아직 묶음에 속한 다른 불만이 없습니다. 목록에서 불만을 선택한 뒤 “공통 원인 묶음에 넣기”를 골라 주세요.
group-answered = 답변함: { $n }건 중 { $answered }건
desk-continuing = 계속되고 있음
desk-done-to-tell = 누군가 신청인에게 알리고 기록할 때까지 ‘우편·전화 발송’에서 기다립니다. 그때까지 신청인은 이 내용을 알지 못합니다. 10초 안에 되돌릴 수 있습니다.
desk-done-to-post = 서신은 인쇄해 부칠 때까지 ‘우편·전화 발송’에서 기다립니다. 그때까지 신청인은 이 내용을 알지 못합니다. 10초 안에 되돌릴 수 있습니다.
desk-other-language = 이 글은 서신의 언어({ $language })와 다른 언어로 쓰인 것 같습니다. 쓰신 그대로 나가니 보내기 전에 확인해 주세요.
desk-other-language-reasons = 이 서신에 들어갈 사유나 약속이 서신의 언어({ $language })와 다른 언어로 쓰인 것 같습니다. 쓰신 그대로 나가니 결정을 보내기 전에 그 언어로 다시 써 주세요.
desk-other-language-sent = 서신의 언어({ $language })와 다른 언어로 쓰인 부분이 있는 것 같습니다. 의도한 것이 아니면 지금 되돌려 주세요.
desk-significant = 중대 불만
desk-significant-unconfirmed = 중대 불만, 미확인
desk-quoted = 인용문과 서명
desk-erased-on = 파기일: { $day }
desk-no-text = 내용 없음 또는 파기됨
