# Whether everything is well; the same sentences for redress doctor.
office-health = 系统状况
office-lead-health = 哪些需要处理，哪些运行正常。
health-needs = { $n ->
    [0] 没有需要处理的事项。
   *[other] 有 { $n } 项需要处理。
}
health-checked = 检查时间：
health-version = 版本：
health-again = 重新检查
health-state-ok = 正常
health-state-warn = 尽快处理
health-state-fail = 立即处理
health-journal = 记录总账
health-journal-ok = 共 { $n } 条记录
health-recount = 期限重新计算
health-recount-running = 进行中：{ $done } / { $total } 件处理中投诉
health-mail = 发送邮件
health-mail-ok = 经由：{ $host }
health-mail-none = { $n ->
    [0] 尚未设置邮件中继，目前没有等候的邮件。
   *[other] 尚未设置邮件中继，{ $n } 封邮件等候中。
}
health-mail-none-remedy = 请在“发送邮件”中设置中继。
health-mail-slow = 有 { $n } 封邮件等候中继。
health-mail-slow-remedy = 请发送测试邮件，查看中继的响应。
health-mail-dead = 有 { $n } 封邮件无法发出。
health-mail-dead-remedy = 请用测试邮件检查中继，并以其他方式告知相关投诉人。
health-people = 人员
health-people-ok = 有 { $n } 人可以登录。
health-people-none = 目前没有人能处理投诉：没有经办人，也没有主管。
health-people-none-remedy = 请添加角色为经办人或主管的人员。
health-set-up-none = 系统尚未设置。
health-set-up-none-remedy = 请打开程序启动时打印的链接。
health-durability = 数据持久性
health-durability-ok = 答复为已登记的内容均已写入磁盘。
health-durability-off = 数据库没有确实写入磁盘。
health-durability-off-remedy = 请打开数据库的同步提交。
health-disk = 磁盘
health-disk-ok = 可用空间：{ $mib } MiB
health-disk-little = 可用空间不多：{ $mib } MiB
health-disk-little-remedy = 请清出空间或更换更大的磁盘。
health-disk-full = 磁盘几乎已满：{ $mib } MiB
health-disk-full-remedy = 请立即清出空间：很快将无法登记投诉。
health-clock = 时钟
health-clock-ok = 时钟与时间服务器一致。
health-clock-off = 时钟误差秒数：{ $seconds }
health-clock-off-remedy = 请用时间服务校正本机时钟。
health-clock-behind = 时钟早于记录总账的最新一条记录。
health-clock-behind-remedy = 请校正时钟，期限与证据都以此为准。
health-clock-held = 本机时钟突然变动。Redress 按实际经过的时间继续运行。
health-clock-held-remedy = 请校正时钟。如果现在的时钟正确，请重新启动 Redress，即会采用该时间。
health-backup = 备份
health-backup-ok = 创建时间：{ $at }
health-backup-old = 最近一次：{ $at }
health-backup-old-remedy = 请每晚备份，命令：redress backup
health-backup-none = 尚无备份。
health-backup-none-remedy = 请创建备份，命令：redress backup
health-keys = 密钥
health-keys-ok = 密钥文件仅所有者可读取。
health-keys-open = 本机其他用户可读取密钥文件。
health-keys-open-remedy = 请移除其他用户对密钥文件的权限。
health-connection = 连接
health-connection-ok = 密码在传输中受到保护。
health-connection-open = 服务器可经由未受保护的连接访问，此方式无法登录。
health-connection-open-remedy = 请使用证书启动（--tls），或置于 HTTPS 代理之后并指定 --base-url。
health-fonts = 信件字体
health-fonts-missing = 找不到下列语言的字体：{ $languages }
health-fonts-missing-remedy = 请将字体文件放入字体目录，再重新检查。
health-journal-broken = 记录与当初不符
health-journal-broken-remedy = 请打开存证记录页面，其中说明哪一条不符以及首先该做什么。
health-top = 最高管理者
health-top-ok = 重大投诉会通知担任此角色的人。
health-top-deputy = 无人担任此角色。由全组织的主管代理，重大投诉会通知他们。
health-top-deputy-remedy = 请将最高管理者的角色指派给组织的负责人。
health-top-none = 重大投诉无人可通知：没有最高管理者，也没有全组织的主管。
health-top-none-remedy = 请添加一位担任最高管理者的人员。
