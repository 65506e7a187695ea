# Fixed terms, one per concept, exactly as in translations/glossary.csv (see the notes there).

## the standard and its national adoptions
standard-title = 품질경영 - 고객만족 - 조직에서의 불평 처리 가이드라인
standard-id = KS Q ISO 10002
system-name = 고객만족경영시스템(ISO 10002)
complaints-handling = 불만처리

## clause titles: chapters
clause-4 = 기본원칙
clause-5 = 불만처리 기본체제
clause-6 = 계획, 설계 및 개발
clause-7 = 불만처리 프로세스 운영
clause-8 = 유지 및 개선

## clause titles: 4 guiding principles
clause-4-1 = 일반사항
clause-4-2 = 의지표명
clause-4-3 = 수용력
clause-4-4 = 투명성
clause-4-5 = 접근성
clause-4-6 = 대응성
clause-4-7 = 객관성
clause-4-8 = 비용
clause-4-9 = 정보 무결성
clause-4-10 = 기밀성
clause-4-11 = 고객중심 접근
clause-4-12 = 책무
clause-4-13 = 개선
clause-4-14 = 역량
clause-4-15 = 적시성

## clause titles: 5 framework
clause-5-1 = 조직의 상황
clause-5-2 = 리더십과 의지표명
clause-5-3 = 방침
clause-5-4 = 책임과 권한

## clause titles: 6 planning
clause-6-1 = 일반사항
clause-6-2 = 목표
clause-6-3 = 활동
clause-6-4 = 자원

## clause titles: 7 operation
clause-7-1 = 의사소통
clause-7-2 = 불만접수
clause-7-3 = 불만추적
clause-7-4 = 불만접수 통보
clause-7-5 = 불만의 초기평가
clause-7-6 = 불만조사
clause-7-7 = 불만에 대한 대응
clause-7-8 = 의사결정의 의사소통
clause-7-9 = 불만처리 종료

## clause titles: 8 maintenance and improvement
clause-8-1 = 정보수집
clause-8-2 = 불만 분석 및 평가
clause-8-3 = 불만처리 프로세스 만족도 평가
clause-8-4 = 불만처리 프로세스 모니터링
clause-8-5 = 불만처리 프로세스 심사
clause-8-6 = 불만처리 프로세스에 대한 경영검토
clause-8-7 = 지속적 개선

## roles
complainant = 신청인
customer = 고객
representative = 대리인
affected-person = 당사자
subject-person = 불만 대상 직원
staff = 직원
top-management = 최고경영자
complaints-representative = 불만처리 책임자
manager = 관리자
handler = 담당자
intake = 접수 담당자
investigator = 조사 담당자
approver = 승인자
reviewer = 재검토 담당자
owner = 책임자
auditor = 심사원
internal-auditor = 내부심사원
quality-manager = 품질책임자
dpo = 개인정보 보호책임자
administrator = 시스템 관리자
certification-body = 인증기관
consultant = 컨설턴트
external-body = 외부 분쟁해결기관

## case objects
complaint = 불만
complaint-desk = 고객불만
case = 접수 건
reference = 접수번호
issue = 쟁점
enquiry = 문의
suggestion = 제안
compliment = 칭찬
misconduct-report = 신고
feedback = 고객의 소리
description = 불만 내용
outcome-sought = 원하시는 조치
category = 불만 유형
product-service = 제품 또는 서비스
evidence = 증빙
attachment = 첨부파일
message = 메시지
note-internal = 내부 메모
call-log = 통화 기록
acknowledgement = 접수 통보
progress-update = 진행 안내
investigation = 조사
finding = 조사 결과
root-cause = 근본 원인
remedy = 구제 조치
compensation = 배상
goodwill = 도의적 보상
decision = 결정
decision-letter = 결정 통보서
recourse = 이의 제기 방법
internal-review = 재검토
external-referral = 외부 기관 이관
systemic-issue = 구조적 문제
duplicate = 중복 불만
repeat = 재불만
joint = 공동 불만
anonymous = 익명
conflict-of-interest = 이해충돌
call-back = 해피콜
survey = 만족도 조사
access-need = 필요한 지원
consent = 동의
retention-period = 보존 기간
legal-hold = 법적 보존 조치
template = 서식
timeline = 처리 경과

## stages
stage-draft = 작성 중
stage-received = 접수됨
stage-acknowledged = 접수 통보됨
stage-assessed = 초기평가 완료
stage-investigating = 조사 중
stage-deciding = 결정 준비 중
stage-communicated = 결정 통보됨
stage-implementing = 조치 이행 중
stage-review = 재검토 중
stage-external = 외부 기관 처리 중
stage-closed = 종결
stage-reopened = 재개
stage-waiting = 신청인 회신 대기

## verbs of the desk (button form)
do-register = 등록
do-acknowledge = 접수 통보
do-assess = 평가
do-assign = 배정
do-take-over = 인계받기
do-investigate = 조사 시작
do-ask = 부서에 문의
do-record-finding = 조사 결과 기록
do-offer = 구제 조치 제안
do-approve = 승인
do-send-back = 반려
do-reply = 답변
do-send = 보내기
do-note = 메모 추가
do-log-call = 통화 기록
do-extend = 기한 연장
do-escalate = 상급자 보고
do-refer = 외부 기관 이관
do-forward = 소관 기관 이송
do-merge = 병합
do-link = 연결
do-restrict = 열람 제한
do-redact = 가림 처리
do-verify-remedy = 이행 확인
do-close = 종결
do-reopen = 재개
do-withdraw = 불만 철회
do-start-capa = 시정조치 시작

## outcomes
outcome-upheld = 인정
outcome-partly = 일부 인정
outcome-not-upheld = 불인정
outcome-no-finding = 조사 없이 해결
outcome-out-of-scope = 처리 대상 아님
outcome-withdrawn = 철회
accepted = 신청인 수용
not-accepted = 신청인 불수용
resolved-early = 즉시 해결
closed-no-response = 신청인 미회신
time-barred = 신청 기한 경과
forwarded = 이송

## channels
channel-web = 온라인 접수
channel-email = 이메일
channel-phone = 전화
channel-chat = 채팅
channel-social = 소셜미디어
channel-letter = 우편
channel-in-person = 방문
channel-sms = 문자메시지
channel-messenger = 메신저
channel-staff = 직원 청취

## severity and priority
severity = 심각도
severity-low = 낮음
severity-medium = 보통
severity-high = 높음
severity-critical = 매우 높음
safety-risk = 안전 위험
complexity = 복잡성
impact = 영향
immediate-action = 즉각 조치
priority = 우선순위
urgent = 긴급

## clock and deadlines
deadline = 기한
due-by = 답변 기한: { $date }
due-today = 오늘 마감
due-in = { $duration } 남음
overdue = 기한 초과
overdue-by = { $duration } 초과
deadline-met = 기한 내 처리
deadline-missed = 기한 내 미처리
deadline-extended = 기한 연장됨
clock-paused = 기한 산정 중지
working-day = 영업일
calendar-day = 역일
office-hours = 업무 시간
reminder = 알림
holding-reply = 중간 회신
final-answer = 최종 답변
target-time = 목표 처리 시간
why-this-date = 기한 산정 근거

## common interface
save = 저장
save-continue = 저장하고 계속
finish-later = 나중에 마저 작성
cancel = 취소
undo = 되돌리기
close-dialog = 닫기
edit = 수정
change = 변경
remove = 삭제
back = 이전
next = 다음
check-answers = 확인 후 제출
search = 검색
filter = 필터
sort = 정렬
copy = 복사
print = 인쇄
download = 내려받기
choose-files = 파일 선택
yes = 예
no = 아니요
dont-know = 모르겠습니다
optional = (선택)
sign-in = 로그인
sign-out = 로그아웃
settings = 설정
help = 도움말
language = 언어
dashboard = 대시보드
new-complaint = 불만 등록
mine = 내 업무
unassigned = 미배정
all-open = 전체 진행 중
saved-view = 저장한 보기
skip-to-main = 본문으로 건너뛰기
make-complaint = 불만 접수하기
follow-complaint = 처리 상황 보기
large-print = 큰 글씨
easy-read = 쉬운 글

## error and empty-state patterns
err-summary = 확인이 필요한 항목이 있습니다
err-prefix = 오류:
err-required = { $field }: 입력해 주세요
err-choose = { $field }: 선택해 주세요
err-email = 이메일 주소를 확인해 주세요
err-too-long = 최대 { $max }자 (현재 { $count }자)
err-file-large = 파일 크기 제한({ $max })을 초과했습니다: { $file }
err-file-type = 열 수 없는 파일 형식입니다: { $file }
err-conflict = 작성하시는 동안 { $name } 님이 내용을 변경했습니다
err-session = 로그아웃되었습니다. 작성하신 내용은 그대로 있습니다.
err-not-found = 요청하신 페이지 또는 불만을 찾을 수 없습니다
err-forbidden = 열람 권한이 없습니다. 권한 요청: { $who }
err-server = 저희 쪽에 문제가 생겼습니다. 보내신 내용은 그대로 있습니다.
err-offline = 인터넷 연결이 끊겼습니다. 작성 내용은 이 기기에 저장되어 있습니다.
err-code = 인증번호가 맞지 않습니다. 새 번호를 요청하실 수 있습니다.
err-blocked-close = 아직 종결할 수 없습니다: { $reason }
irreversible = 되돌릴 수 없습니다
empty-inbox = 처리할 업무가 없습니다
empty-search = 검색 결과가 없습니다: { $query }
empty-period = 이 기간에 접수된 불만이 없습니다
small-sample = 응답이 적어 신뢰하기 어려운 수치입니다 ({ $n }건)

## management system
management-system = 경영시스템
policy = 방침
objective = 목표
target = 목표값
indicator = 지표
risk = 리스크
opportunity = 기회
context = 조직 상황
interested-party = 이해관계자
scope = 적용범위
procedure = 절차
process = 프로세스
document = 문서
record = 기록
approval = 승인
effective-date = 시행일
training = 교육훈련
competence = 역량
audit = 심사
internal-audit = 내부심사
audit-programme = 심사 프로그램
audit-plan = 심사 계획
audit-criteria = 심사기준
audit-finding = 심사 발견사항
sample = 표본
conformity = 적합
nonconformity = 부적합
observation = 관찰사항
correction = 시정
corrective-action = 시정조치
preventive-action = 예방조치
effectiveness-check = 유효성 확인
effectiveness = 효과성
efficiency = 효율성
management-review = 경영검토
minutes = 회의록
trend = 추세
satisfaction = 만족도
gap-analysis = 갭 분석
certification = 인증
certificate = 인증서
accreditation = 인정
on-site-audit = 현장심사
surveillance-audit = 정기심사
recertification = 갱신심사
dossier = 증빙 문서철
mystery-complaint = 모의 불만

## journal and proof
journal = 기록 원장
journal-entry = 기록
proof-of-receipt = 접수증
proof = 증명
checkpoint = 체크포인트
verify = 무결성 검증
intact = 변조 없음
altered = 변조됨
signature = 전자서명
journal-check-line = 기록 무결성 확인, { $n }건

## problem categories (default list, 35)
problem-01 = 받지 못했습니다
problem-02 = 일부만 받았습니다
problem-03 = 배송 지연
problem-04 = 서비스 지연
problem-05 = 제품 하자
problem-06 = 서비스 불량
problem-07 = 주문과 다름
problem-08 = 주문하지 않음
problem-09 = 피해 발생
problem-10 = 보증 거부
problem-11 = 판매 거부
problem-12 = 서비스 제공 거부
problem-13 = 판매 방식
problem-14 = 잘못된 안내
problem-15 = 설명 부족
problem-16 = 결제 방법
problem-17 = 가격
problem-18 = 가격 인상
problem-19 = 추가 요금
problem-20 = 부당한 요금 청구
problem-21 = 계약 조건
problem-22 = 보장 범위
problem-23 = 피해 산정
problem-24 = 배상 거부
problem-25 = 배상액 부족
problem-26 = 계약 변경
problem-27 = 계약 불이행
problem-28 = 일방적 계약 해지
problem-29 = 서비스 취소
problem-30 = 대출 상환
problem-31 = 이자 청구
problem-32 = 약속 불이행
problem-33 = 청구서 오류
problem-34 = 불만 처리 지연
problem-35 = 기타

## remedies (default list, 17 and 'other')
remedy-01 = 물품 또는 서비스 제공
remedy-02 = 수리 또는 재작업
remedy-03 = 교환
remedy-04 = 구매 취소
remedy-05 = 보증 이행
remedy-06 = 약속 이행
remedy-07 = 계약 체결
remedy-08 = 계약 해지
remedy-09 = 청구 취소
remedy-10 = 설명 제공
remedy-11 = 피해 산정 정정
remedy-12 = 배상
remedy-13 = 선금 환불
remedy-14 = 기타 금액 환불
remedy-15 = 가격 인하
remedy-16 = 분할 납부
remedy-17 = 사과
remedy-18 = 기타
