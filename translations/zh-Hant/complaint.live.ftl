# What changes on a page while it is open.
live-new = 新客訴：{ $n } 件
live-also-here = { $name } 也正在檢視此案件
