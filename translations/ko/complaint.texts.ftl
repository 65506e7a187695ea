# 답변에 쓰는 문구
slice-complaint-texts = 답변 문구
texts = 문구
texts-lead = 신청인의 언어로 준비해 둔 답변 문구입니다. 답변 칸에 넣은 뒤 읽어 보고 보냅니다.
texts-new = 새 문구
texts-shipped = 기본 제공
texts-version = 버전 { $n }
texts-retired = 보관됨
texts-missing = 아직 없는 언어:
texts-variables = 불만의 내용으로 바뀌는 항목:
texts-languages-hint = 잘 쓸 수 없는 언어는 비워 둡니다. 없는 언어로 표시되며 다른 언어로 대신하지 않습니다.
texts-none-yet = 아직 작성하지 않음
texts-name = 이름
texts-body = 문구
texts-preview = 예시
texts-save = 새 버전으로 저장
texts-retire = 이 문구 보관
texts-restore = 이 문구 다시 사용
texts-choose = 문구 고르기
texts-in-language = 이 신청인의 언어:
texts-empty = 준비된 문구가 없습니다. “문구”에서 첫 문구를 작성해 주세요.
texts-insert = 답변에 넣기
texts-lacks = 채울 내용이 없는 항목:
texts-not-in-language = 신청인의 언어로 작성한 문구가 없습니다.
texts-write-it = 이 언어로 작성하기
texts-use = 문구 사용
texts-open = 보내기 전에 직접 채울 항목:
refusal-text-empty = 한 가지 언어 이상으로 문구를 작성해 주세요.
refusal-text-half = 이 언어의 이름과 문구를 모두 적거나 모두 비워 주세요.
refusal-text-unknown-variable = 없는 항목입니다: { $variable }. 위에 적힌 항목 가운데 하나를 써 주세요.
refusal-text-changed = 그사이 동료가 새 버전을 저장했습니다. 작성한 내용은 아래에 그대로 있으며, 다시 저장하면 가장 새 버전이 됩니다.
refusal-texts-too-many = 문구가 이미 { $max }개 있습니다. 필요 없는 문구를 고쳐 써 주세요.
refusal-text-variable-open = 아직 채우지 않은 항목이 있습니다: { $variable }. 내용을 적은 뒤 보내 주세요.
text-ask-more-name = 추가 자료 요청
text-ask-more-body =
    보내 주신 불만 잘 받았습니다. 내용: { $subject }

    조사에 필요하여 다음 자료를 부탁드립니다.

    …

    이 메시지에 회신하시거나 전화해 주시기 바랍니다. 자료를 구하기 어려우시면 알려 주세요. 다른 방법을 찾겠습니다.

    답변 기한: { $due }
text-reminder-name = 회신 요청
text-reminder-body =
    { $received }에 접수된 불만과 관련해 자료를 부탁드렸으나 아직 회신을 받지 못했습니다.

    지금 보내 주셔도 됩니다. 자료가 없으면 저희가 가진 내용으로 결정합니다. 전화: { $phone }
text-status-name = 진행 상황 안내
text-status-body =
    { $received }에 접수된 불만의 진행 상황을 알려 드립니다. 담당자: { $handler }

    지금까지 한 일:

    …

    다음에 할 일:

    …

    답변 기한: { $due }
text-put-right-name = 바로 해결됨
text-put-right-body =
    말씀해 주신 내용: { $subject }

    고객님 말씀이 맞습니다. 죄송합니다. 저희가 한 조치는 다음과 같습니다.

    …

    아직 해결되지 않은 점이 있으면 이 메시지에 회신해 주시기 바랍니다.
text-call-arranged-name = 전화 약속
text-call-arranged-body =
    불만에 대해 전화로 말씀을 듣고자 합니다. 전화드릴 사람: { $handler }

    전화드릴 때:

    …

    다른 때가 편하시면 이 메시지에 회신하시거나 전화해 주시기 바랍니다. 전화: { $phone }
fact-template-written = 상용 문구: 새 버전
fact-template-retired = 상용 문구: 제공 여부 변경
