# 채널 공통: 접수 증명
proof-title = 접수 증명
proof-what-for = 이 시점에 고객님의 불만이 저희 기록 원장에 있었음을 보여 줍니다. 나중에 누군가 바꾸거나 지우면 원장이 이 문서와 어긋납니다. 보관해 주세요.
proof-size = 원장의 전체 기록
proof-mark = 기록의 표시값
proof-root = 원장의 루트 값
proof-checkpoint = 서명된 체크포인트
proof-file = 증명을 파일로 저장
