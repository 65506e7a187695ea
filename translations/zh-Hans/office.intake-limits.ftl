# When a new complaint waits until somebody confirms it.
slice-office-intake-limits = 大量涌入的上限
office-intake-limits = 大量涌入的上限
office-lead-intake-limits = 新投诉自何时起须待人员确认。
intake-limits-lead = 超过上限不会拒收也不会遗失：投诉会保存、取得投诉编号，并在“待确认的投诉”中等待。服务器前若有代理服务器，请在启动时指定，才能分辨网络。
field-intake-network-hour = 同一网络每小时的新投诉
field-intake-network-hour-hint = 网络指一间办公室、图书馆或一户（IPv4 前 24 位、IPv6 前 64 位）。达三分之二后，响应延后一秒。
field-intake-all-hour = 每小时新投诉总数
field-intake-all-hour-hint = 指公开表单。请设得远高于最繁忙的一小时：超过后所有新投诉都须等待。
field-intake-programs-hour = 一人名下程序每小时的新投诉
field-intake-programs-hour-hint = 适用于令牌。0：不限。
field-intake-network-day-mb = 同一网络每日文件容量（MB）
field-intake-network-day-mb-hint = 超过后文件不保存并会告知；文字仍会保存。
field-intake-letters-hour = 每小时请求确认的电子邮件
field-intake-letters-hour-hint = 每个地址一封。设为 0 时不发送，仅由同事确认。
