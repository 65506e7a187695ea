# The frame round every page.
frame-help = 需要帮助吗？请来电：{ $phone }
frame-call = 电话：{ $phone }
frame-sample = 示例数据：内容均非真实，也不会发出任何消息。
frame-sample-short = 示例数据
frame-how = 我们如何处理投诉
frame-staff = 员工登录
frame-menu = 菜单
frame-search = 搜索投诉
frame-person = 登录人：{ $name }
frame-live = 实时更新
frame-offline = 离线
frame-signed-out = 已退出登录
frame-palette = 查找与执行
