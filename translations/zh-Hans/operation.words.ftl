# 第 7 章各步骤共用的栏目名称
field-category = 问题类别
field-colleague = 同事
field-due-on = 期限
field-files = 文件
field-issue = 投诉事项
field-product = 产品或服务
field-rationale = 判断依据
field-reason = 理由
field-text = 内容
