# Fixed terms, one per concept, exactly as in translations/glossary.csv (see the notes there).

## the standard and its national adoptions
standard-title = 质量管理 顾客满意 组织投诉处理指南
standard-id = GB/T 19012-2019
system-name = 投诉管理体系
complaints-handling = 投诉处理

## clause titles: chapters
clause-4 = 指导原则
clause-5 = 投诉处理框架
clause-6 = 策划、设计和开发
clause-7 = 投诉处理过程的运行
clause-8 = 保持和改进

## clause titles: 4 guiding principles
clause-4-1 = 总则
clause-4-2 = 承诺
clause-4-3 = 能力
clause-4-4 = 透明
clause-4-5 = 方便
clause-4-6 = 响应
clause-4-7 = 公正
clause-4-8 = 免费
clause-4-9 = 信息完整性
clause-4-10 = 保密
clause-4-11 = 以顾客为关注焦点的方法
clause-4-12 = 责任
clause-4-13 = 改进
clause-4-14 = 人员能力
clause-4-15 = 及时

## clause titles: 5 framework
clause-5-1 = 组织环境
clause-5-2 = 领导作用和承诺
clause-5-3 = 方针
clause-5-4 = 职责和权限

## clause titles: 6 planning
clause-6-1 = 总则
clause-6-2 = 目标
clause-6-3 = 活动
clause-6-4 = 资源

## clause titles: 7 operation
clause-7-1 = 沟通
clause-7-2 = 投诉受理
clause-7-3 = 投诉跟踪
clause-7-4 = 投诉告知
clause-7-5 = 投诉初步评审
clause-7-6 = 投诉调查
clause-7-7 = 投诉响应
clause-7-8 = 沟通决定
clause-7-9 = 投诉终止

## clause titles: 8 maintenance and improvement
clause-8-1 = 信息收集
clause-8-2 = 投诉分析和评价
clause-8-3 = 对投诉处理过程满意程度的评价
clause-8-4 = 投诉处理过程的监视
clause-8-5 = 投诉处理过程的审核
clause-8-6 = 投诉处理过程的管理评审
clause-8-7 = 持续改进

## roles
complainant = 投诉人
customer = 顾客
representative = 代理人
affected-person = 受影响人
subject-person = 被投诉人员
staff = 员工
top-management = 最高管理者
complaints-representative = 投诉处理管理者代表
manager = 主管
handler = 经办人
intake = 登记人员
investigator = 调查人员
approver = 审批人
reviewer = 复核人
owner = 责任人
auditor = 审核员
internal-auditor = 内部审核员
quality-manager = 质量负责人
dpo = 个人信息保护负责人
administrator = 系统管理员
certification-body = 认证机构
consultant = 咨询顾问
external-body = 外部争议解决机构

## case objects
complaint = 投诉
complaint-desk = 投诉
case = 投诉件
reference = 投诉编号
issue = 投诉事项
enquiry = 咨询
suggestion = 建议
compliment = 表扬
misconduct-report = 举报
feedback = 反馈意见
description = 投诉内容
outcome-sought = 您的诉求
category = 问题类别
product-service = 产品或服务
evidence = 证据材料
attachment = 附件
message = 消息
note-internal = 内部备注
call-log = 通话记录
acknowledgement = 收悉告知
progress-update = 进展告知
investigation = 调查
finding = 调查结论
root-cause = 根本原因
remedy = 补救措施
compensation = 赔偿
goodwill = 善意补偿
decision = 决定
decision-letter = 处理决定书
recourse = 后续救济途径
internal-review = 内部复核
external-referral = 转外部机构处理
systemic-issue = 系统性问题
duplicate = 重复投诉
repeat = 再次投诉
joint = 共同投诉
anonymous = 匿名
conflict-of-interest = 利益冲突
call-back = 回访
survey = 满意度问卷
access-need = 所需协助
consent = 同意
retention-period = 保存期限
legal-hold = 法律保全
template = 模板
timeline = 处理经过

## stages
stage-draft = 草稿
stage-received = 已登记
stage-acknowledged = 已告知
stage-assessed = 已初步评估
stage-investigating = 调查中
stage-deciding = 拟定答复中
stage-communicated = 已答复
stage-implementing = 补救落实中
stage-review = 内部复核中
stage-external = 外部机构处理中
stage-closed = 已办结
stage-reopened = 已重新办理
stage-waiting = 等待投诉人回复

## verbs of the desk (button form)
do-register = 登记
do-acknowledge = 告知收悉
do-assess = 评估
do-assign = 分派
do-take-over = 接手
do-investigate = 开始调查
do-ask = 询问部门
do-record-finding = 记录调查结论
do-offer = 提出补救措施
do-approve = 批准
do-send-back = 退回
do-reply = 回复
do-send = 发送
do-note = 添加备注
do-log-call = 登记通话
do-extend = 延长期限
do-escalate = 上报
do-refer = 转外部机构
do-forward = 移送有关单位
do-merge = 合并
do-link = 关联
do-restrict = 限制查阅
do-redact = 隐去个人信息
do-verify-remedy = 确认补救完成
do-close = 办结
do-reopen = 重新办理
do-withdraw = 撤回投诉
do-start-capa = 启动纠正措施

## outcomes
outcome-upheld = 投诉属实
outcome-partly = 部分属实
outcome-not-upheld = 未查实
outcome-no-finding = 未作认定已解决
outcome-out-of-scope = 不属于处理范围
outcome-withdrawn = 已撤回
accepted = 投诉人认可
not-accepted = 投诉人不认可
resolved-early = 首次接触即解决
closed-no-response = 投诉人未回复
time-barred = 超过投诉期限
forwarded = 已移送

## channels
channel-web = 在线表单
channel-email = 电子邮件
channel-phone = 电话
channel-chat = 在线客服
channel-social = 社交媒体
channel-letter = 信函
channel-in-person = 现场
channel-sms = 短信
channel-messenger = 即时通讯
channel-staff = 员工转述

## severity and priority
severity = 严重程度
severity-low = 低
severity-medium = 中
severity-high = 高
severity-critical = 极高
safety-risk = 安全隐患
complexity = 复杂程度
impact = 影响程度
immediate-action = 立即采取措施
priority = 优先级
urgent = 紧急

## clock and deadlines
deadline = 期限
due-by = 答复期限：{ $date }
due-today = 今日到期
due-in = 还剩 { $duration }
overdue = 逾期
overdue-by = 已逾期 { $duration }
deadline-met = 按期完成
deadline-missed = 未按期完成
deadline-extended = 已延期
clock-paused = 期限中止计算
working-day = 工作日
calendar-day = 自然日
office-hours = 服务时间
reminder = 提醒
holding-reply = 阶段性答复
final-answer = 正式答复
target-time = 目标时限
why-this-date = 为什么是这一天？

## common interface
save = 保存
save-continue = 保存并继续
finish-later = 稍后再填
cancel = 取消
undo = 撤销
close-dialog = 关闭
edit = 编辑
change = 更改
remove = 移除
back = 返回
next = 下一步
check-answers = 核对并提交
search = 搜索
filter = 筛选
sort = 排序
copy = 复制
print = 打印
download = 下载
choose-files = 选择文件
yes = 是
no = 否
dont-know = 不清楚
optional = （选填）
sign-in = 登录
sign-out = 退出登录
settings = 设置
help = 帮助
language = 语言
dashboard = 仪表板
new-complaint = 新建投诉
mine = 我的投诉件
unassigned = 未分派
all-open = 全部未办结
saved-view = 已存视图
skip-to-main = 跳到主要内容
make-complaint = 提交投诉
follow-complaint = 查询投诉进度
large-print = 大字版
easy-read = 易读版

## error and empty-state patterns
err-summary = 有些内容需要您确认
err-prefix = 错误：
err-required = 请填写{ $field }
err-choose = 请选择{ $field }
err-email = 请核对电子邮件地址
err-too-long = 最多 { $max } 字，目前 { $count } 字
err-file-large = 文件超过 { $max }：{ $file }
err-file-type = 无法接受此文件类型：{ $file }
err-conflict = 您输入期间，{ $name } 已更改内容
err-session = 您已退出登录，输入的内容仍保留。
err-not-found = 找不到该页面或投诉
err-forbidden = 您没有查阅权限，可向 { $who } 申请。
err-server = 系统出现问题，您提交的内容没有丢失。
err-offline = 网络已断开，内容已暂存在本设备上。
err-code = 验证码不正确，您可以重新获取。
err-blocked-close = 暂不能办结：{ $reason }
irreversible = 此操作无法撤销
empty-inbox = 目前没有待处理的投诉件
empty-search = 没有找到相关结果：{ $query }
empty-period = 该期间没有投诉
small-sample = 回复数过少，数据仅供参考（{ $n } 份）

## management system
management-system = 管理体系
policy = 方针
objective = 目标
target = 目标值
indicator = 指标
risk = 风险
opportunity = 机遇
context = 组织环境
interested-party = 相关方
scope = 范围
procedure = 程序
process = 过程
document = 文件
record = 记录
approval = 批准
effective-date = 生效日期
training = 培训
competence = 能力
audit = 审核
internal-audit = 内部审核
audit-programme = 审核方案
audit-plan = 审核计划
audit-criteria = 审核准则
audit-finding = 审核发现
sample = 样本
conformity = 符合
nonconformity = 不符合项
observation = 观察项
correction = 纠正
corrective-action = 纠正措施
preventive-action = 预防措施
effectiveness-check = 有效性验证
effectiveness = 有效性
efficiency = 效率
management-review = 管理评审
minutes = 会议记录
trend = 趋势
satisfaction = 满意度
gap-analysis = 差距分析
certification = 认证
certificate = 认证证书
accreditation = 认可
on-site-audit = 现场审核
surveillance-audit = 监督审核
recertification = 再认证
dossier = 证据材料汇编
mystery-complaint = 神秘顾客测试

## journal and proof
journal = 存证记录
journal-entry = 记录条目
proof-of-receipt = 收件凭证
proof = 证明
checkpoint = 检查点
verify = 验证完整性
intact = 完整无误
altered = 已被篡改
signature = 数字签名
journal-check-line = 记录完整，共 { $n } 条

## problem categories (default list, 35)
problem-01 = 未收到商品或服务
problem-02 = 只收到一部分
problem-03 = 送货延误
problem-04 = 服务延误
problem-05 = 商品有缺陷
problem-06 = 服务质量差
problem-07 = 与订购内容不符
problem-08 = 未订购却送来或收费
problem-09 = 造成损失
problem-10 = 拒绝质保
problem-11 = 拒绝销售
problem-12 = 拒绝提供服务
problem-13 = 销售方式
problem-14 = 信息错误
problem-15 = 信息不充分
problem-16 = 付款方式
problem-17 = 价格
problem-18 = 涨价
problem-19 = 额外收费
problem-20 = 收费不合理
problem-21 = 合同条款
problem-22 = 合同保障范围
problem-23 = 损失核定
problem-24 = 拒绝赔偿
problem-25 = 赔偿不足
problem-26 = 合同被变更
problem-27 = 未按约履行
problem-28 = 合同被解除
problem-29 = 服务被取消
problem-30 = 贷款偿还
problem-31 = 利息收取
problem-32 = 未兑现承诺
problem-33 = 账单错误
problem-34 = 投诉处理过慢
problem-35 = 其他

## remedies (default list, 17 and 'other')
remedy-01 = 交付商品或提供服务
remedy-02 = 修理或重做
remedy-03 = 换货
remedy-04 = 取消交易
remedy-05 = 履行质保
remedy-06 = 兑现承诺
remedy-07 = 签订合同
remedy-08 = 解除合同
remedy-09 = 撤销账单
remedy-10 = 提供说明
remedy-11 = 更正损失核定
remedy-12 = 赔偿
remedy-13 = 退还预付款
remedy-14 = 退还其他款项
remedy-15 = 降价
remedy-16 = 分期付款
remedy-17 = 道歉
remedy-18 = 其他
