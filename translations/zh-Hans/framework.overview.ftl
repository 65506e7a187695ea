# The map of clauses 4 to 8, with the evidence for each.
clause-map = 条款对照
clause-map-lead = 显示各条款由哪些功能负责、记录中有多少证据、最新证据是何时。本页只计数，是否符合由审核员判断。
clause-map-count = 条款：{ $n } 条，尚无证据：{ $without } 条
clause-map-clause = 条款
clause-map-rooms = 负责功能
clause-map-evidence = 证据
clause-map-newest = 最新
clause-map-no-room = 系统尚无对应功能
clause-map-none = 尚无证据
clause-map-facts = 记录：{ $n } 条
slice-complaint-inbox = 投诉列表
slice-complaint-search = 搜索
slice-complaint-desk = 工作台
slice-channels-api = 由其他系统接收
slice-channels-how = 投诉处理说明
slice-channels-web-form = 在线投诉表单
slice-channels-phone = 电话和现场登记
