# Public holidays that no list has yet, 6.2.
office-public-holidays = 新公布的假日
office-lead-public-holidays = 政府临时公布放假或增加工作日时，处理中投诉的法定期限随之变动。请在此设置，保存前可先预览影响。
field-list = 适用的公共假日
field-list-day = 日期
field-day-is = 这一天
day-is-off = 放假
day-is-works = 上班
day-is-listed = 按假日表
field-day-name = 原因
field-day-name-hint = 例如：1 月 14 日公告的临时放假
field-newest-list = 按本版本最新的假日表计算
field-newest-list-hint = 未另行设置前，处理中投诉仍按接收日的假日表。
holidays-lists = 目前采用的假日表
holidays-lists-none = 尚未启用任何规则或公共假日表。请到“规则与期限”或“工作日”中选择。
holidays-version = 版本
holidays-list-newer = 本版本有较新的假日表。请勾选上方的最新假日表，应用到处理中投诉。
holidays-as-listed = 没有与假日表不同的日子。
