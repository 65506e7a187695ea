# 8.4 Monitoring: the eight figures of annex H.
monitoring = 监测
monitoring-lead = 附录 H 的八项指标，以两种方式查看：期间内登记的投诉，以及期间内办结的投诉。
monitoring-figure = 指标
monitoring-received = 按登记
monitoring-closed = 按办结
monitoring-before = 上一期间
monitoring-cautions = 解读须知
monitoring-caution-received = 按登记：未办结且逾期的也计入，拖着不办不会让数字变好看。
monitoring-caution-closed = 按办结：期间内处理完成的案件，不论何时登记。请与目前未办结且逾期的件数一并查看：{ $n } 件。
monitoring-caution-fewer = 投诉变少本身不代表变好：人们可能不再投诉，或找不到投诉的渠道。
monitoring-caution-time = 答复快速说明流程运行顺利，并不表示投诉人满意。
monitoring-caution-few = 不足五件不计算比率；不足三十件时，一并列出实际比率的可能范围。
