# Words of several rooms that the glossary names under another key.
role-intake = 受理人員
role-handler = 承辦人
role-manager = 主管
role-top-management = 最高管理階層
role-auditor = 稽核員
role-admin = 系統管理員
need-large-print = 大字版
need-braille = 點字版
need-audio = 語音版
need-interpreter = 口譯
priority-low = 低
priority-medium = 中
priority-high = 高
priority-critical = 極高
