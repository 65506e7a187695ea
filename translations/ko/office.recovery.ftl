# The way back in without the second factor.
office-recovery = 두 번째 수단 분실
recovery-of = 요청한 사람: { $name }
recovery-asked = 비밀번호를 올바르게 입력한 뒤 두 번째 수단을 잃어버렸다고 알렸습니다. 요청한 때:
recovery-lead = 본인인지 직접 확인해 주세요. 이메일만으로는 충분하지 않습니다. 링크를 만들면 그 사람에게 메일로 알립니다.
field-recovery-checked = 확인한 방법
field-recovery-checked-hint = 처리한 사람의 이름과 함께 기록에 남습니다.
recovery-checked-in-person = 직접 만남
recovery-checked-called-back = 알고 있는 번호로 전화함
recovery-checked-video = 영상 통화로 확인함
recovery-checked-vouched = 상사가 보증함
recovery-grant = 링크 만들기
recovery-once = 지금만 표시되며 하루 동안 한 번 쓸 수 있습니다. 직접 전달하고 메일로 보내지 마세요.
recovery-anew = 다시 시작
recovery-anew-lead = 새 비밀번호를 정해 주세요. 이전의 두 번째 수단은 모두 없어지며, 이어서 새로 설정합니다.
recovery-begin = 비밀번호 설정
refusal-own-recovery = 본인을 스스로 확인할 수 없습니다. 다른 시스템 관리자나 서버 담당자에게 요청해 주세요.
refusal-recovery-not-asked = 아직 요청이 없습니다. 본인이 먼저 비밀번호로 로그인한 다음 요청해야 합니다. 비밀번호를 잊었다면 그 전에 새 링크를 보내 주세요.
