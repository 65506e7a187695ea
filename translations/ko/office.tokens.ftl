# The page of API tokens.
office-tokens = 프로그램과 토큰
office-lead-tokens = 토큰이 있으면 프로그램이 그 사람의 권한 안에서 대신 일할 수 있습니다.
field-token-name = 용도
field-token-name-hint = 예: 프로그램 이름. 나중에 토큰이 아직 필요한지 알 수 있습니다.
field-token-scope = 허용 범위
token-scope-all = 이 사람이 할 수 있는 모든 일
token-scope-receive = 불만 접수만
token-scope-read = 조회만
token-since = 만든 때
token-revoke = 토큰 폐기
token-new = 새 토큰
token-make = 토큰 만들기
token-fresh = 새 토큰
token-once = 지금만 표시됩니다. 프로그램의 비밀 보관 위치에 복사해 두세요.
tokens-none = 토큰을 가진 프로그램이 없습니다.
refusal-token-name-needed = 토큰의 용도를 적어 주세요
refusal-no-such-person = 로그인할 수 있는 사람 중에 없습니다. 다른 사람을 선택해 주세요.
