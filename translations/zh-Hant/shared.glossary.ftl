# Fixed terms, one per concept, exactly as in translations/glossary.csv (see the notes there).

## the standard and its national adoptions
standard-title = 品質管理 - 顧客滿意 - 組織處理客戶抱怨指南
standard-id = ISO 10002:2018
system-name = 客訴管理系統
complaints-handling = 客訴處理

## clause titles: chapters
clause-4 = 指導原則
clause-5 = 客訴處理架構
clause-6 = 規劃、設計與開發
clause-7 = 客訴處理過程之運作
clause-8 = 維持與改進

## clause titles: 4 guiding principles
clause-4-1 = 一般說明
clause-4-2 = 承諾
clause-4-3 = 處理能力
clause-4-4 = 透明度
clause-4-5 = 易用性
clause-4-6 = 適切回應
clause-4-7 = 客觀性
clause-4-8 = 免收費
clause-4-9 = 資訊完整性
clause-4-10 = 資訊保密
clause-4-11 = 以顧客為本
clause-4-12 = 責任承擔
clause-4-13 = 持續改進
clause-4-14 = 員工能力
clause-4-15 = 迅速處理

## clause titles: 5 framework
clause-5-1 = 組織背景
clause-5-2 = 領導與承諾
clause-5-3 = 政策
clause-5-4 = 責任與權限

## clause titles: 6 planning
clause-6-1 = 一般說明
clause-6-2 = 目標
clause-6-3 = 活動
clause-6-4 = 資源

## clause titles: 7 operation
clause-7-1 = 溝通
clause-7-2 = 客訴接收
clause-7-3 = 客訴追蹤
clause-7-4 = 收件確認
clause-7-5 = 客訴初步評估
clause-7-6 = 客訴調查
clause-7-7 = 客訴回應
clause-7-8 = 決定之溝通
clause-7-9 = 客訴結案

## clause titles: 8 maintenance and improvement
clause-8-1 = 資訊蒐集
clause-8-2 = 客訴分析與評估
clause-8-3 = 客訴處理過程滿意度評估
clause-8-4 = 客訴處理過程之監督
clause-8-5 = 客訴處理過程之稽核
clause-8-6 = 客訴處理過程之管理審查
clause-8-7 = 持續改進

## roles
complainant = 申訴人
customer = 顧客
representative = 代理人
affected-person = 受影響者
subject-person = 被申訴人員
staff = 員工
top-management = 最高管理階層
complaints-representative = 客訴管理代表
manager = 主管
handler = 承辦人
intake = 受理人員
investigator = 調查人員
approver = 核准人
reviewer = 覆核人
owner = 負責人
auditor = 稽核員
internal-auditor = 內部稽核員
quality-manager = 品質主管
dpo = 個人資料保護負責人
administrator = 系統管理員
certification-body = 驗證機構
consultant = 輔導顧問
external-body = 外部爭議解決機構

## case objects
complaint = 申訴
complaint-desk = 客訴
case = 案件
reference = 案件編號
issue = 申訴事項
enquiry = 諮詢
suggestion = 建議
compliment = 讚揚
misconduct-report = 檢舉
feedback = 意見回饋
description = 申訴內容
outcome-sought = 您希望的處理方式
category = 問題類別
product-service = 產品或服務
evidence = 佐證資料
attachment = 附件
message = 訊息
note-internal = 內部備註
call-log = 通話紀錄
acknowledgement = 收件確認
progress-update = 進度通知
investigation = 調查
finding = 調查結果
root-cause = 根本原因
remedy = 補救措施
compensation = 賠償
goodwill = 善意補償
decision = 決定
decision-letter = 決定通知書
recourse = 後續救濟管道
internal-review = 覆核
external-referral = 轉外部機構處理
systemic-issue = 系統性問題
duplicate = 重複案件
repeat = 再次申訴
joint = 共同申訴
anonymous = 匿名
conflict-of-interest = 利益衝突
call-back = 電話回訪
survey = 滿意度問卷
access-need = 所需協助
consent = 同意
retention-period = 保存期限
legal-hold = 法律保全
template = 範本
timeline = 處理歷程

## stages
stage-draft = 草稿
stage-received = 已收件
stage-acknowledged = 已確認收件
stage-assessed = 已初步評估
stage-investigating = 調查中
stage-deciding = 擬具決定中
stage-communicated = 已通知決定
stage-implementing = 補救執行中
stage-review = 覆核中
stage-external = 外部機構處理中
stage-closed = 已結案
stage-reopened = 重啟
stage-waiting = 等待申訴人回覆

## verbs of the desk (button form)
do-register = 登錄
do-acknowledge = 確認收件
do-assess = 評估
do-assign = 指派
do-take-over = 接手
do-investigate = 開始調查
do-ask = 詢問部門
do-record-finding = 記錄調查結果
do-offer = 提出補救措施
do-approve = 核准
do-send-back = 退回
do-reply = 回覆
do-send = 傳送
do-note = 新增備註
do-log-call = 登錄通話
do-extend = 延長期限
do-escalate = 提報上級
do-refer = 轉外部機構
do-forward = 移轉權責單位
do-merge = 合併
do-link = 關聯
do-restrict = 限制查閱
do-redact = 遮蔽個資
do-verify-remedy = 確認補救完成
do-close = 結案
do-reopen = 重啟案件
do-withdraw = 撤回申訴
do-start-capa = 啟動矯正措施

## outcomes
outcome-upheld = 申訴成立
outcome-partly = 部分成立
outcome-not-upheld = 申訴不成立
outcome-no-finding = 未經認定已解決
outcome-out-of-scope = 不屬處理範圍
outcome-withdrawn = 已撤回
accepted = 申訴人接受
not-accepted = 申訴人不接受
resolved-early = 即時解決
closed-no-response = 申訴人未回覆
time-barred = 已逾申訴期限
forwarded = 已移轉

## channels
channel-web = 線上表單
channel-email = 電子郵件
channel-phone = 電話
channel-chat = 線上客服
channel-social = 社群媒體
channel-letter = 信函
channel-in-person = 臨櫃
channel-sms = 簡訊
channel-messenger = 通訊軟體
channel-staff = 員工轉述

## severity and priority
severity = 嚴重程度
severity-low = 低
severity-medium = 中
severity-high = 高
severity-critical = 極高
safety-risk = 安全疑慮
complexity = 複雜程度
impact = 影響程度
immediate-action = 立即行動
priority = 優先順序
urgent = 緊急

## clock and deadlines
deadline = 期限
due-by = 答覆期限：{ $date }
due-today = 今日到期
due-in = 剩餘 { $duration }
overdue = 逾期
overdue-by = 逾期 { $duration }
deadline-met = 如期完成
deadline-missed = 未如期完成
deadline-extended = 已延長
clock-paused = 期限暫停計算
working-day = 工作日
calendar-day = 日曆天
office-hours = 服務時間
reminder = 提醒
holding-reply = 期中回覆
final-answer = 正式答覆
target-time = 目標時限
why-this-date = 為何是這一天？

## common interface
save = 儲存
save-continue = 儲存並繼續
finish-later = 稍後再填
cancel = 取消
undo = 復原
close-dialog = 關閉
edit = 編輯
change = 變更
remove = 移除
back = 返回
next = 下一步
check-answers = 檢查並送出
search = 搜尋
filter = 篩選
sort = 排序
copy = 複製
print = 列印
download = 下載
choose-files = 選擇檔案
yes = 是
no = 否
dont-know = 不清楚
optional = （選填）
sign-in = 登入
sign-out = 登出
settings = 設定
help = 說明
language = 語言
dashboard = 儀表板
new-complaint = 新增客訴
mine = 我的案件
unassigned = 未指派
all-open = 全部未結
saved-view = 已儲存的檢視
skip-to-main = 跳到主要內容
make-complaint = 提出申訴
follow-complaint = 查詢申訴進度
large-print = 大字版
easy-read = 易讀版

## error and empty-state patterns
err-summary = 有些資料需要您確認
err-prefix = 錯誤：
err-required = 請填寫{ $field }
err-choose = 請選擇{ $field }
err-email = 請確認電子郵件地址
err-too-long = 最多 { $max } 字，目前 { $count } 字
err-file-large = 檔案超過 { $max }：{ $file }
err-file-type = 無法接受此檔案類型：{ $file }
err-conflict = 您輸入期間，{ $name } 已變更內容
err-session = 您已登出，輸入的內容仍保留。
err-not-found = 找不到此頁面或申訴
err-forbidden = 您沒有查閱權限，可向 { $who } 申請。
err-server = 系統發生問題，您送出的內容並未遺失。
err-offline = 目前沒有網路連線，內容已暫存在此裝置。
err-code = 驗證碼不符，您可以重新取得。
err-blocked-close = 尚不能結案：{ $reason }
irreversible = 此動作無法復原
empty-inbox = 目前沒有待處理的案件
empty-search = 找不到符合的結果：{ $query }
empty-period = 此期間沒有客訴
small-sample = 回覆數過少，數字僅供參考（{ $n } 份）

## management system
management-system = 管理系統
policy = 政策
objective = 目標
target = 目標值
indicator = 指標
risk = 風險
opportunity = 機會
context = 組織背景
interested-party = 利害關係者
scope = 適用範圍
procedure = 程序
process = 過程
document = 文件
record = 紀錄
approval = 核准
effective-date = 生效日期
training = 教育訓練
competence = 能力
audit = 稽核
internal-audit = 內部稽核
audit-programme = 稽核方案
audit-plan = 稽核計畫
audit-criteria = 稽核準則
audit-finding = 稽核發現
sample = 抽樣
conformity = 符合
nonconformity = 不符合事項
observation = 觀察事項
correction = 改正
corrective-action = 矯正措施
preventive-action = 預防措施
effectiveness-check = 有效性確認
effectiveness = 有效性
efficiency = 效率
management-review = 管理審查
minutes = 會議紀錄
trend = 趨勢
satisfaction = 滿意度
gap-analysis = 差距分析
certification = 驗證
certificate = 證書
accreditation = 認證
on-site-audit = 現場稽核
surveillance-audit = 追查稽核
recertification = 重新驗證
dossier = 佐證資料彙編
mystery-complaint = 神秘客測試

## journal and proof
journal = 存證紀錄
journal-entry = 紀錄項目
proof-of-receipt = 收件證明
proof = 證明
checkpoint = 檢查點
verify = 驗證完整性
intact = 完整無誤
altered = 遭竄改
signature = 數位簽章
journal-check-line = 紀錄完整，共 { $n } 筆

## problem categories (default list, 35)
problem-01 = 未收到商品或服務
problem-02 = 只收到一部分
problem-03 = 送達延誤
problem-04 = 服務延誤
problem-05 = 商品瑕疵
problem-06 = 服務不佳
problem-07 = 與訂購內容不符
problem-08 = 未訂購卻寄來或收費
problem-09 = 造成損害
problem-10 = 拒絕保固
problem-11 = 拒絕銷售
problem-12 = 拒絕提供服務
problem-13 = 銷售手法
problem-14 = 資訊錯誤
problem-15 = 說明不足
problem-16 = 付款方式
problem-17 = 價格
problem-18 = 漲價
problem-19 = 額外收費
problem-20 = 收費不合理
problem-21 = 契約條款
problem-22 = 契約保障範圍
problem-23 = 損害估定
problem-24 = 拒絕賠償
problem-25 = 賠償不足
problem-26 = 契約遭變更
problem-27 = 未依約履行
problem-28 = 契約遭終止
problem-29 = 服務遭取消
problem-30 = 貸款償還
problem-31 = 利息計收
problem-32 = 未履行承諾
problem-33 = 帳單錯誤
problem-34 = 申訴處理過慢
problem-35 = 其他

## remedies (default list, 17 and 'other')
remedy-01 = 交付商品或提供服務
remedy-02 = 維修或重做
remedy-03 = 換貨
remedy-04 = 取消交易
remedy-05 = 履行保固
remedy-06 = 履行承諾
remedy-07 = 簽訂契約
remedy-08 = 終止契約
remedy-09 = 撤銷帳單
remedy-10 = 提供說明
remedy-11 = 更正損害估定
remedy-12 = 賠償
remedy-13 = 退還訂金
remedy-14 = 退還其他款項
remedy-15 = 減價
remedy-16 = 分期付款
remedy-17 = 道歉
remedy-18 = 其他
