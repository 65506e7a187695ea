# Sample data.
setup-sample = 먼저 둘러보시겠어요?
setup-sample-lead = 가상의 불만은 따로 만든 두 번째 설치에 있습니다. 실제 기록 원장에는 들어가지 않습니다.
field-sample = 예시 자료가 든 설치도 열까요?
setup-sample-open = 예시 자료가 든 설치
setup-sample-apart = 자료가 따로 있고 모든 화면에 표시가 있으며, 메일은 나가지 않습니다.
office-sample = 예시 자료
office-lead-sample = 가상의 불만으로 둘러볼 수 있는 별도의 설치입니다.
sample-sign-in = 아래 주소 가운데 하나와 이 비밀번호로 로그인하세요.
sample-remove = 예시 자료 삭제
sample-remove-hint = 예시 자료의 폴더가 모두 삭제됩니다. 실제 기록은 그대로 남습니다.
sample-none = 예시 자료가 없습니다.
sample-open = 예시 자료 열기
office-done-sample-opened = 예시 자료를 열었습니다.
office-done-sample-removed = 예시 자료를 삭제했습니다.
