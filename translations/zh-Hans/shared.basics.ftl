# Words of several rooms that the glossary names under another key.
role-intake = 登记人员
role-handler = 经办人
role-manager = 主管
role-top-management = 最高管理者
role-auditor = 审核员
role-admin = 系统管理员
need-large-print = 大字版
need-braille = 盲文版
need-audio = 语音版
need-interpreter = 口译
priority-low = 低
priority-medium = 中
priority-high = 高
priority-critical = 极高
