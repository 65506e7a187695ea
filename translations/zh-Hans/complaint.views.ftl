# 已存视图
slice-complaint-views = 已存视图
views = 已存视图
views-save = 保存此列表
views-save-do = 保存
views-name = 名称
views-share = 同事也能看到
views-shared = 已共享
views-change = 更改
views-delete = 删除此视图
views-deleted = 视图已删除。
views-theirs = 同事共享的视图
views-none = 尚未保存列表。请打开列表，筛选或搜索后选择“保存此列表”。
views-problem = 请为视图取一个至多 { $max } 个字的名称。每人最多可存 50 个视图。
refusal-views-too-many = 您已保存 { $max } 个视图，已达上限。请先删除不再需要的视图。
