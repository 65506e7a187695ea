# A complaint that somebody of the staff heard.
slice-channels-heard = 직원이 들은 불만
heard = 불만 전달
office-lead-heard = 누군가 불만을 말했습니까? 그 사람의 말로 여기에 적어 주세요. 이후는 불만처리 담당 부서가 맡으며, 직접 판단할 필요가 없습니다.
heard-pass-on = 전달
heard-done = 감사합니다. 접수번호:
heard-own = 내가 전달한 불만
heard-none = 아직 없습니다. 전달한 불만과 진행 단계가 여기에 표시됩니다.
field-heard-story = 들은 내용
field-heard-story-hint = 그 사람의 말로: 무엇을, 어디서, 언제
field-heard-story-missing = 들은 내용을 적어 주세요
field-heard-name = 불만을 말한 사람
field-heard-name-hint = 밝히기를 원하지 않았다면 비워 두세요
field-heard-reach = 연락 방법
field-heard-reach-hint = 이메일 주소 또는 전화번호
field-heard-language = 그 사람의 언어
field-heard-late-reason-when = (늦게 전달할 때 필요)
