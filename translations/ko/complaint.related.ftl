# 관련 불만
slice-complaint-related = 관련 불만 찾기
related-title = 함께 볼 이전 불만
related-heading = 관련 불만
related-lead = 이메일, 전화번호, 이름 가운데 하나가 같거나 내용이 비슷한 불만입니다. 저절로 연결되지 않으니 열어서 비교해 주세요.
related-none = 비슷한 이전 불만이 없습니다.
related-look = 관련 불만 찾기
related-same-email = 이메일 같음
related-same-phone = 전화번호 같음
related-same-name = 이름 같음
related-same-words = 내용이 비슷함
