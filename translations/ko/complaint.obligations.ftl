# What is still owed, and who was told of it, 7.3.
slice-complaint-obligations = 남은 할 일
fact-reminded = 알림
obligation-acknowledgement = 접수 통보
obligation-assessment = 초기평가
obligation-confirmation = 최고경영자의 확인
obligation-update = 진행 안내
obligation-notice = 기한 연장 안내
obligation-response = 최종 답변
obligation-remedy = 구제 조치 이행
obligation-review = 재검토
obligation-closure = 종결
obligation-limit = 규칙 모음의 처리 기한
timeline-reminded-warning = 곧 마감임을 알림: { $obligation }
timeline-reminded-handler = 기한을 넘겨 담당자에게 알림: { $obligation }
timeline-reminded-manager = 기한을 넘겨 관리자에게 알림: { $obligation }
timeline-reminded-top-management = 기한을 넘겨 최고경영자에게 알림: { $obligation }
