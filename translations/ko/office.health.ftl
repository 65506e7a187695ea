# Whether everything is well; the same sentences for redress doctor.
office-health = 상태 점검
office-lead-health = 사람이 손봐야 할 것과 잘 작동하는 것을 보여 줍니다.
health-needs = { $n ->
    [0] 손볼 것이 없습니다.
   *[other] 손볼 것: { $n }건.
}
health-checked = 점검한 때:
health-version = 버전:
health-again = 다시 점검
health-state-ok = 정상
health-state-warn = 곧 조치
health-state-fail = 바로 조치
health-journal = 기록 원장
health-journal-ok = 기록 { $n }건
health-recount = 기한 재계산
health-recount-running = 처리 중: 불만 { $total }건 가운데 { $done }건 완료
health-mail = 메일 발송
health-mail-ok = 서버: { $host }
health-mail-none = { $n ->
    [0] 메일 중계 서버가 없습니다. 대기 중인 메일도 없습니다.
   *[other] 메일 중계 서버가 없습니다. 대기 중인 메일: { $n }건.
}
health-mail-none-remedy = 메일 발송 화면에서 중계 서버를 설정해 주세요.
health-mail-slow = 중계 서버를 기다리는 메일: { $n }건.
health-mail-slow-remedy = 시험 메일을 보내 중계 서버의 응답을 확인해 주세요.
health-mail-dead = 보내지 못한 메일: { $n }건.
health-mail-dead-remedy = 시험 메일로 중계 서버를 확인하고, 해당 신청인에게는 다른 방법으로 알려 주세요.
health-people = 사람
health-people-ok = 로그인할 수 있는 사람: { $n }명.
health-people-none = 불만을 처리할 사람이 없습니다. 담당자와 관리자가 없습니다.
health-people-none-remedy = 담당자 또는 관리자 역할로 사람을 추가해 주세요.
health-set-up-none = 아직 설정되지 않은 시스템입니다.
health-set-up-none-remedy = 프로그램을 시작할 때 출력되는 링크를 열어 주세요.
health-durability = 저장 안정성
health-durability-ok = 기록되었다고 답한 것은 디스크에 저장되어 있습니다.
health-durability-off = 데이터베이스가 디스크에 바로 쓰지 않습니다.
health-durability-off-remedy = 데이터베이스의 동기 커밋을 켜 주세요.
health-disk = 디스크
health-disk-ok = 남은 공간: { $mib } MiB
health-disk-little = 공간이 얼마 남지 않았습니다: { $mib } MiB
health-disk-little-remedy = 공간을 확보하거나 더 큰 디스크를 쓰세요.
health-disk-full = 디스크가 거의 찼습니다: { $mib } MiB
health-disk-full-remedy = 지금 공간을 확보해 주세요. 곧 불만을 기록할 수 없게 됩니다.
health-clock = 시계
health-clock-ok = 시계가 시간 서버와 맞습니다.
health-clock-off = 시계 차이(초): { $seconds }
health-clock-off-remedy = 이 컴퓨터의 시계를 시간 서비스로 맞춰 주세요.
health-clock-behind = 시계가 기록 원장의 마지막 기록보다 앞선 때를 가리킵니다.
health-clock-behind-remedy = 시계를 맞춰 주세요. 기한과 증빙이 시계에 달려 있습니다.
health-clock-held = 이 컴퓨터의 시계가 갑자기 바뀌었습니다. Redress는 실제로 흐른 시간에 따라 계속합니다.
health-clock-held-remedy = 시계를 맞춰 주세요. 지금 시계가 맞다면 Redress를 다시 시작해 주세요. 그러면 그 시각을 따릅니다.
health-backup = 백업
health-backup-ok = 만든 때: { $at }
health-backup-old = 마지막으로 만든 때: { $at }
health-backup-old-remedy = 매일 밤 백업해 주세요. 명령: redress backup
health-backup-none = 아직 백업이 없습니다.
health-backup-none-remedy = 백업을 만들어 주세요. 명령: redress backup
health-keys = 키 파일
health-keys-ok = 키 파일은 소유자만 읽을 수 있습니다.
health-keys-open = 이 컴퓨터의 다른 사용자도 키 파일을 읽을 수 있습니다.
health-keys-open-remedy = 키 파일에서 다른 사용자의 권한을 없애 주세요.
health-connection = 연결
health-connection-ok = 비밀번호가 보호되어 전송됩니다.
health-connection-open = 보호되지 않은 연결로 접속되며, 이 방법으로는 로그인할 수 없습니다.
health-connection-open-remedy = 인증서를 지정하거나(--tls), HTTPS 프록시 뒤에 두고 --base-url 옵션을 쓰세요.
health-fonts = 편지 글꼴
health-fonts-missing = 글꼴을 찾지 못한 언어: { $languages }
health-fonts-missing-remedy = 글꼴 폴더에 글꼴 파일을 넣고 다시 점검해 주세요.
health-journal-broken = 기록이 처음 기록된 상태와 다릅니다
health-journal-broken-remedy = 기록 원장 화면에서 달라진 기록과 먼저 할 일을 확인해 주세요.
health-top = 최고경영자
health-top-ok = 중대 불만은 이 역할을 맡은 사람에게 알립니다.
health-top-deputy = 이 역할을 맡은 사람이 없습니다. 조직 전체의 관리자가 대신하여 중대 불만을 통보받습니다.
health-top-deputy-remedy = 조직을 책임지는 분에게 최고경영자 역할을 지정해 주세요.
health-top-none = 중대 불만을 통보받을 사람이 없습니다. 최고경영자도, 조직 전체의 관리자도 없습니다.
health-top-none-remedy = 최고경영자 역할을 맡을 사람을 추가해 주세요.
