# 各渠道共用：收件证明
proof-title = 收件证明
proof-what-for = 这证明您的投诉在当时已记入我们的存证记录。日后若有人更改或删除，记录就会与这份文件不符。请妥善保存。
proof-size = 记录总条数
proof-mark = 记录条目的识别值
proof-root = 记录根值
proof-checkpoint = 已签署的检查点
proof-file = 将证明存为文件
