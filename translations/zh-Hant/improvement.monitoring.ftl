# 8.4 Monitoring: the eight figures of annex H.
monitoring = 監測
monitoring-lead = 附錄 H 的八項指標，以兩種方式檢視：期間內收到的客訴，以及期間內結案的客訴。
monitoring-figure = 指標
monitoring-received = 依收件
monitoring-closed = 依結案
monitoring-before = 前一期間
monitoring-cautions = 判讀須知
monitoring-caution-received = 依收件：未結且逾期者也計入，拖著不結不會讓數字變好看。
monitoring-caution-closed = 依結案：期間內處理完成的案件，不論何時收到。請與目前未結且逾期的件數一併檢視：{ $n } 件。
monitoring-caution-fewer = 客訴變少本身不代表變好：人們可能不再申訴，或找不到申訴的管道。
monitoring-caution-time = 答覆快速說明流程運作順利，並不表示申訴人滿意。
monitoring-caution-few = 不足五件不計算比率；不足三十件時，一併列出實際比率的可能範圍。
