# The way back in without the second factor.
office-recovery = 丢失第二重验证
recovery-of = 提出者：{ $name }
recovery-asked = 此人输入了正确的密码，并表示已丢失第二重验证。提出时间：
recovery-lead = 请亲自确认身份，仅凭电子邮件不够。创建链接后，系统会用邮件通知此人。
field-recovery-checked = 确认方式
field-recovery-checked-hint = 将与您的姓名一并留存记录。
recovery-checked-in-person = 当面确认
recovery-checked-called-back = 拨打已知的电话确认
recovery-checked-video = 通过视频确认
recovery-checked-vouched = 由其主管担保
recovery-grant = 生成链接
recovery-once = 只在此刻显示，一天内可用一次。请亲自交给此人，不要用邮件发送。
recovery-anew = 重新开始
recovery-anew-lead = 请设置新密码。先前的第二重验证随之失效，接着请重新设置。
recovery-begin = 设置密码
refusal-own-recovery = 您不能为自己确认身份。请由另一位系统管理员或服务器管理者处理。
refusal-recovery-not-asked = 此人尚未提出。须先用密码登录后在该页提出；若忘记密码，请先提供新的链接。
