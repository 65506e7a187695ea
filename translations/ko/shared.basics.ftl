# Words of several rooms that the glossary names under another key.
role-intake = 접수 담당자
role-handler = 담당자
role-manager = 관리자
role-top-management = 최고경영자
role-auditor = 심사원
role-admin = 시스템 관리자
need-large-print = 큰 글씨
need-braille = 점자
need-audio = 음성 자료
need-interpreter = 통역
priority-low = 낮음
priority-medium = 보통
priority-high = 높음
priority-critical = 매우 높음
